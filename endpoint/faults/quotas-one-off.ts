import { filledUp } from '../fault-kit/arrange-quotas.ts'
import { takingUnits, withQuotas } from '../fault-kit/quotas.ts'
import type { KnownFault } from '../fault.ts'

/** Has room for one more of everything than it says. */
export const quotasOneOff: KnownFault = {
  name: 'quotas-one-off',
  description: 'has room for one more of everything than it says',
  breaks: { aws: ['B4'], huawei: ['R45'], tencent: ['S17'] },
  alter: withQuotas((right) => right + 1),
  seen: {
    at: (visit) => filledUp(visit, takingUnits),
    right: ['done', 'unitCountExceeded', 'done'],
    wrong: ['done', 'done', 'done'],
  },
}
