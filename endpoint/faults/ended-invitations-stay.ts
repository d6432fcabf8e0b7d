import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { day, founded, invited } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Shows invitations that have ended for ever. */
export const endedInvitationsStay: KnownFault = {
  name: 'ended-invitations-stay',
  description: 'shows invitations that have ended for ever',
  breaks: { aws: ['D19'], huawei: ['N53'] },
  alter: withoutLimits('invitationVisibleDays'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const invitation = await invited(visit)
      await visit.boss.cancelInvitation({ invitation })
      visit.wait(40 * day)
      return (await visit.boss.listSentInvitations({})).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
