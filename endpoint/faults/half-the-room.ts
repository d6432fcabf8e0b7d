import { filledUp } from '../fault-kit/arrange-quotas.ts'
import { takingUnits, withQuotas } from '../fault-kit/quotas.ts'
import type { KnownFault } from '../fault.ts'

/** Has room for half of everything that it says. */
export const halfTheRoom: KnownFault = {
  name: 'half-the-room',
  description: 'has room for half of everything that it says',
  breaks: {
    aws: ['scenario/*/as-many-as-allowed'],
    huawei: ['scenario/*/as-many-as-allowed'],
    tencent: ['scenario/*/as-many-as-allowed'],
  },
  alter: withQuotas((right) => Math.floor(right / 2)),
  seen: {
    at: (visit) => filledUp(visit, takingUnits),
    right: ['done', 'unitCountExceeded', 'done'],
    wrong: ['unitCountExceeded', 'unitCountExceeded', 'done'],
  },
}
