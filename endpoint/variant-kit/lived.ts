import type { Changes } from '../../specs/model/changes.ts'
import type { Context } from '../../specs/model/decision.ts'
import { days } from '../../specs/model/invitation-state.ts'
import type { AccountRecord, OrganizationRecord } from '../../specs/model/world.ts'
import type { Lived } from './given-organization.ts'
import { endedInvitation, foreignTree } from './history.ts'

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
export const lived: Lived = (founded, context, { profile }): Changes => {
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
