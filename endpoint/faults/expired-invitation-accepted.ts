import { decideIn, saying } from '../fault-kit/alter-decide.ts'
import { day, founded, invited } from '../fault-kit/arrange.ts'
import { withUnendingInvitations } from '../fault-kit/unending.ts'
import type { KnownFault } from '../fault.ts'

/** Takes the answer to an invitation that it shows as expired. */
export const expiredInvitationAccepted: KnownFault = {
  name: 'expired-invitation-accepted',
  description: 'takes the answer to an invitation that has expired',
  breaks: { aws: ['D16'], huawei: ['R97'], tencent: ['R3'] },
  alter: saying('acceptInvitation', (moment) =>
    decideIn(moment, withUnendingInvitations(moment.world)),
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const invitation = await invited(visit)
      visit.wait(20 * day)
      return (await visit.guest.acceptInvitation({ invitation })).done
    },
    right: false,
    wrong: true,
  },
}
