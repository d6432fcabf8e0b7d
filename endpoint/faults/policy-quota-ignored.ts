import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { filledUp } from '../fault-kit/arrange-quotas.ts'
import { takingPolicies } from '../fault-kit/quotas.ts'
import type { KnownFault } from '../fault.ts'

/** Has room for any number of policies. */
export const policyQuotaIgnored: KnownFault = {
  name: 'policy-quota-ignored',
  description: 'creates any number of policies in an organization',
  breaks: { aws: ['E4'], huawei: ['R125'] },
  alter: withoutLimits('policiesPerType'),
  seen: {
    at: (visit) => filledUp(visit, takingPolicies),
    right: ['done', 'policyCountExceeded', 'done'],
    wrong: ['done', 'done', 'done'],
  },
}
