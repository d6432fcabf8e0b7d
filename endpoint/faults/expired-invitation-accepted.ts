import { decideIn, saying } from '../fault-kit/alter-decide.ts'
import { acceptingLate } from '../fault-kit/arrange.ts'
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
    at: async (visit) => (await acceptingLate(visit)).done,
    right: false,
    wrong: true,
  },
}
