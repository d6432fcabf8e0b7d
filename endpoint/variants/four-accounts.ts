import { founded, invited, joined } from '../fault-kit/arrange.ts'
import type { Steps } from '../steps.ts'
import { quotaOfInvitations, withLimits } from '../variant-kit/limits.ts'
import type { KnownVariant } from '../variant.ts'

/** Has room for four accounts, those that are invited among them. */
export const fourAccounts: KnownVariant = {
  name: 'four-accounts',
  description: 'has room for four accounts, those that are invited among them',
  evidence: { aws: ['O87', 'O154', 'O174'], huawei: ['H53'], tencent: ['T32'] },
  differences: [
    {
      checks: [
        'contract/*/caller/*',
        'scenario/account-count-limit/*',
        'scenario/invitation-count-limit/*',
      ],
      to: 'NO_QUOTA',
      because: 'no further account is to be had',
    },
  ],
  // nobody says how many there are
  hides: ['account-quota-ignored', 'departed-accounts-count', 'full-organization-creates'],
  ownLimits: ['accountsPerOrganization'],
  alter: (steps, setting) => {
    const limited: Steps = { ...steps, ...withLimits({ accountsPerOrganization: 4 })(steps) }
    return { ...limited, ...quotaOfInvitations(limited, setting) }
  },
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit, visit.guest)
      await joined(visit, visit.third)
      const others = [5n, 6n].map((count) => visit.as(visit.vendor.mintAccount(count)))
      const came: boolean[] = []
      for (const other of others)
        came.push(
          await invited(visit, other).then(
            () => true,
            () => false,
          ),
        )
      return came
    },
    quiet: [true, true],
    varied: [true, false],
  },
}
