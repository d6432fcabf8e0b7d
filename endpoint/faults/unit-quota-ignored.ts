import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { filledUp } from '../fault-kit/arrange-quotas.ts'
import { takingUnits } from '../fault-kit/quotas.ts'
import type { KnownFault } from '../fault.ts'

/** Has room for any number of units. */
export const unitQuotaIgnored: KnownFault = {
  name: 'unit-quota-ignored',
  description: 'creates any number of units in an organization',
  breaks: { aws: ['B4'], huawei: ['R45'], tencent: ['S17'] },
  alter: withoutLimits('unitsPerOrganization'),
  seen: {
    at: (visit) => filledUp(visit, takingUnits),
    right: ['done', 'unitCountExceeded', 'done'],
    wrong: ['done', 'done', 'done'],
  },
}
