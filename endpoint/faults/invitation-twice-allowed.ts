import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, invited } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Sends a second invitation while the first is open. */
export const invitationTwiceAllowed: KnownFault = {
  name: 'invitation-twice-allowed',
  description: 'sends a second invitation while the first is open',
  breaks: { aws: ['D5'], huawei: ['R84'], tencent: ['S10'] },
  alter: forgiving(['invitationDuplicate'], (moment) =>
    decideIn(moment, { ...moment.world, invitations: new Map(), inboxes: new Map() }),
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await invited(visit)
      const target = { kind: 'account', id: visit.guest.id }
      return (await visit.boss.inviteAccount({ target })).came
    },
    right: 'invitationDuplicate',
    wrong: 'done',
  },
}
