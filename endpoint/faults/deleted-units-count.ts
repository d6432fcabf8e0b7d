import { filledUp } from '../fault-kit/arrange-quotas.ts'
import { neverForgetting, takingUnits } from '../fault-kit/quotas.ts'
import type { KnownFault } from '../fault.ts'

/** Counts units that were deleted. */
export const deletedUnitsCount: KnownFault = {
  name: 'deleted-units-count',
  description: 'counts units that were deleted among those of an organization',
  breaks: {
    aws: ['scenario/unit-count-limit/removed-makes-room'],
    huawei: ['scenario/unit-count-limit/removed-makes-room'],
    tencent: ['scenario/unit-count-limit/removed-makes-room'],
  },
  alter: neverForgetting(takingUnits),
  seen: {
    at: (visit) => filledUp(visit, takingUnits),
    right: ['done', 'unitCountExceeded', 'done'],
    wrong: ['done', 'unitCountExceeded', 'unitCountExceeded'],
  },
}
