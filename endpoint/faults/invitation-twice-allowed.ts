import { decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Sends a second invitation while the first is open. */
export const invitationTwiceAllowed: Fault = {
  name: 'invitation-twice-allowed',
  description: 'sends a second invitation while the first is open',
  breaks: { aws: ['D5'], huawei: ['R84'], tencent: ['S10'] },
  alter: forgiving(['invitationDuplicate'], (moment) =>
    decideIn(moment, { ...moment.world, invitations: new Map(), inboxes: new Map() }),
  ),
}
