import { withLimits } from '../fault-kit/alter-decide.ts'
import { day, founded, invited } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Shows invitations that have ended for half as long as it ought to. */
export const endedInvitationsVanishEarly: KnownFault = {
  name: 'ended-invitations-vanish-early',
  description: 'shows invitations that have ended for half as long as it ought to',
  breaks: { aws: ['D18'], huawei: ['R96'] },
  alter: withLimits(({ invitationVisibleDays = 0 }) => ({
    invitationVisibleDays: invitationVisibleDays / 2,
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const invitation = await invited(visit)
      await visit.boss.cancelInvitation({ invitation })
      visit.wait(20 * day)
      return (await visit.boss.listSentInvitations({})).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
