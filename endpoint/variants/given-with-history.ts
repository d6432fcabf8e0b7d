import { quotaFaults } from '../fault-kit/quotas.ts'
import { givenOrganization } from '../variant-kit/given-organization.ts'
import { lived } from '../variant-kit/lived.ts'
import type { KnownVariant } from '../variant.ts'

/** Has an organization from the start, with closed accounts, units, a policy and ended invitations of somebody else. */
export const givenWithHistory: KnownVariant = {
  name: 'given-with-history',
  description:
    'begins with an organization that somebody has worked in: closed accounts, units, a policy',
  evidence: { aws: ['O24', 'O71', 'O178'], huawei: ['H33', 'H39', 'H53'] },
  given: true,
  // nobody creates an account where accounts are given, or knows how much room is left
  hides: [
    'wait-period-ignored',
    'no-room-for-the-first',
    // or founds a second organization
    'creations-listed-under-another-name',
    'namesakes-share-tags',
    'organization-dissolves-with-created-members',
    'refounding-keeps-trust',
    'tokens-fit-every-caller',
    // or lets days pass
    'ended-invitations-stay',
    'ended-invitations-vanish-early',
    'expired-invitation-accepted',
    'expired-invitation-in-the-way',
    'invitation-never-expires',
    'wait-period-too-long',
    'wait-period-too-short',
    ...quotaFaults,
  ],
  alter: givenOrganization(lived),
  seen: {
    at: async ({ boss }) => {
      const accounts = await boss.listAccounts({})
      return accounts.done ? accounts.result.items.map(({ status }) => status) : accounts.came
    },
    quiet: 'notInOrganization',
    varied: ['active', 'active', 'suspended', 'suspended'],
  },
}
