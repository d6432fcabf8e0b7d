import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { filledUp } from '../fault-kit/arrange-quotas.ts'
import { takingAccounts } from '../fault-kit/quotas.ts'
import type { KnownFault } from '../fault.ts'

/** Has room for any number of accounts. */
export const accountQuotaIgnored: KnownFault = {
  name: 'account-quota-ignored',
  description: 'invites and creates any number of accounts in an organization',
  breaks: { aws: ['C9'], huawei: ['R60'], tencent: ['S15'] },
  alter: withoutLimits('accountsPerOrganization'),
  seen: {
    at: (visit) => filledUp(visit, takingAccounts),
    right: ['done', 'accountCountExceeded', 'done'],
    wrong: ['done', 'done', 'done'],
  },
}
