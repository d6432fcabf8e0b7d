import { filledUp } from '../fault-kit/arrange-quotas.ts'
import { takingAccounts } from '../fault-kit/quotas.ts'
import { withLimits } from '../variant-kit/limits.ts'
import type { KnownVariant } from '../variant.ts'

/** Has room for more accounts than is published. */
export const moreAccounts: KnownVariant = {
  name: 'more-accounts',
  description: 'has room for more accounts than is published',
  evidence: { aws: ['O154'], tencent: ['W11'] },
  differences: [
    {
      checks: ['scenario/account-count-limit/*', 'scenario/invitation-count-limit/*'],
      to: 'NO_QUOTA',
      because: 'nobody says how many there may be',
    },
  ],
  takesMore: true,
  // nobody says how many there are
  hides: ['account-quota-ignored', 'departed-accounts-count', 'full-organization-creates'],
  ownLimits: ['accountsPerOrganization'],
  alter: withLimits({ accountsPerOrganization: 150 }),
  seen: {
    at: (visit) => filledUp(visit, takingAccounts),
    quiet: ['done', 'accountCountExceeded', 'done'],
    varied: ['done', 'done', 'done'],
  },
}
