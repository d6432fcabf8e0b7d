import type { Changes } from '../../specs/model/changes.ts'
import type { Context } from '../../specs/model/decision.ts'
import { days } from '../../specs/model/invitation-state.ts'
import type { AccountRecord, OrganizationRecord } from '../../specs/model/world.ts'
import { quotaFaults } from '../fault-kit/quotas.ts'
import { givenOrganization, type Lived } from '../variant-kit/given-organization.ts'
import { endedInvitation, foreignTree } from '../variant-kit/history.ts'
import type { KnownVariant } from '../variant.ts'

const ends = ['declined', 'cancelled', 'expired'] as const

/** An account that was created for the organization and closed a hundred days ago. */
const closedAccount = (
  { id: organization }: OrganizationRecord,
  { newId, now }: Pick<Context, 'newId' | 'now'>,
): AccountRecord => {
  const id = newId('account')
  const email = `closed-${id}@example.com`
  return { id, name: 'Closed', email, organization, closedAt: now - days(100) }
}

/** Units, a policy, two closed accounts in one of the units, and invitations that have come to an end. */
const lived: Lived = (founded, context, { profile }): Changes => {
  const [content] = profile.policyContents.control ?? []
  const organization = foreignTree(founded, context, content)
  const accounts = [closedAccount(founded, context), closedAccount(founded, context)]
  const [parent = founded.root] = organization.units.keys()
  const joinedAt = context.now - days(150)
  const members = new Map(organization.members)
  for (const { id: account } of accounts) {
    members.set(account, { account, parent, joinedBy: 'created', joinedAt })
  }
  const attachments = new Map(organization.attachments)
  const builtin = attachments.get(founded.root) ?? []
  for (const { id } of accounts) attachments.set(id, builtin)
  const invitations = ends.map((end) => endedInvitation(founded, context, end))
  const sent = [...founded.invitations, ...invitations.map(({ id }) => id)]
  return {
    accounts,
    invitations,
    organizations: [{ ...organization, members, attachments, invitations: sent }],
  }
}

/** Has an organization from the start, with closed accounts, units, a policy and ended invitations of somebody else. */
export const givenWithHistory: KnownVariant = {
  name: 'given-with-history',
  description:
    'begins with an organization that somebody has worked in: closed accounts, units, a policy',
  evidence: { aws: ['O24', 'O71', 'O178'], huawei: ['H33', 'H39', 'H53'] },
  given: true,
  // nobody creates an account where accounts are given, or knows how much room is left
  hides: ['wait-period-ignored', 'no-room-for-the-first', ...quotaFaults],
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
