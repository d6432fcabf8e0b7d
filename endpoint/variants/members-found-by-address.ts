import { withRules } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'

/** Finds out by its address, too, who is a member already, and does not invite it. */
export const membersFoundByAddress: KnownVariant = {
  name: 'members-found-by-address',
  description: 'finds out by its address, too, who is a member already, and does not invite it',
  evidence: { aws: ['D6'] },
  alter: withRules(() => ({ addressesHideMembers: false })),
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
    quiet: ['done', 'inviteeInOrganization', 2],
    varied: ['inviteeInOrganization', 'invalid.pattern', 1],
  },
}
