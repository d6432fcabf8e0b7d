import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { invitedTwice } from '../fault-kit/arrange.ts'
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
    at: invitedTwice,
    right: 'invitationDuplicate',
    wrong: 'done',
  },
}
