import { decideIn, saying } from '../fault-kit/alter-decide.ts'
import { day, founded, invited, inviting } from '../fault-kit/arrange.ts'
import { withUnendingInvitations } from '../fault-kit/unending.ts'
import type { KnownFault } from '../fault.ts'

/** Refuses to invite whoever was invited before, although that invitation has expired. */
export const expiredInvitationInTheWay: KnownFault = {
  name: 'expired-invitation-in-the-way',
  description: 'refuses another invitation after one that has expired',
  breaks: { aws: ['D5'], huawei: ['N41'], tencent: ['R17'] },
  alter: saying('inviteAccount', (moment) =>
    decideIn(moment, withUnendingInvitations(moment.world)),
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await invited(visit)
      visit.wait(20 * day)
      return (await inviting(visit.boss, visit.guest.id)).done
    },
    right: true,
    wrong: false,
  },
}
