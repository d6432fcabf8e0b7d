import { closed, isPending } from '../../specs/model/invitation-state.ts'
import { decideIn, saying } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { homeless } from '../fault-kit/doctored-world.ts'
import type { Decided, Steps } from '../steps.ts'
import type { KnownVariant } from '../variant.ts'

/** A member is found out by its id alone, never by its address. */
const inviting = saying('inviteAccount', (moment): Decided => {
  const { world, args } = moment
  const { kind, id } = args.target
  const member = kind === 'email' ? world.emails.get(id.toLowerCase()) : undefined
  return decideIn(moment, member === undefined ? world : homeless(world, member))
})

/** Whoever accepts as a member is refused, and has accepted all the same. */
const accepting = saying('acceptInvitation', (moment): Decided => {
  const { world, context, args } = moment
  const decision = decideIn(moment, world)
  const invitation = world.invitations.get(args.invitation)
  const late = decision.kind === 'refused' && decision.refusal === 'inviteeInOrganization'
  if (!late || invitation === undefined) return decision
  if (invitation.recipient.kind !== 'email' || !isPending(invitation, { world, ...context }))
    return decision
  return { ...decision, changes: { invitations: [closed(invitation, 'accepted', context.now)] } }
})

/** Invites by its address who is a member already. */
export const membersInvitedByAddress: KnownVariant = {
  name: 'members-invited-by-address',
  description: 'invites by its address who is a member already',
  evidence: { aws: ['O128', 'O129'] },
  alter: (steps) => {
    const first: Steps = { ...steps, ...inviting(steps) }
    return { ...first, ...accepting(first) }
  },
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await joined(visit)
      const { email: id = '' } = (await visit.boss.getAccount({ account })).result
      const asked = await visit.boss.inviteAccount({ target: { kind: 'email', id } })
      const invitation = asked.done ? asked.result.id : ''
      const came = (await visit.guest.acceptInvitation({ invitation })).came
      const sent = (await visit.boss.listSentInvitations({})).result.items
      return [asked.came, came, sent.filter(({ state }) => state === 'accepted').length]
    },
    quiet: ['inviteeInOrganization', 'invalid.pattern', 1],
    varied: ['done', 'inviteeInOrganization', 2],
  },
}
