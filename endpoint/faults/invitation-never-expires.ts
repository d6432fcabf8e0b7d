import { days } from '../../specs/model/invitation-state.ts'
import type { Invitation } from '../../specs/vocabulary/verbs.ts'
import { withLimits, type MomentOf } from '../fault-kit/alter-decide.ts'
import { acceptingLate } from '../fault-kit/arrange.ts'
import { telling } from '../fault-kit/misreport.ts'
import { altering } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** It says when it would end. */
const dated = (
  invitation: Invitation,
  { context }: Pick<MomentOf<'getInvitation'>, 'context'>,
): Invitation => ({
  ...invitation,
  expiresAt: (invitation.requestedAt ?? 0) + days(context.rules.limits.invitationDays ?? 0),
})

const tellings = [
  telling('inviteAccount', dated),
  telling('getInvitation', dated),
  telling('acceptInvitation', dated),
  telling('declineInvitation', dated),
  telling('cancelInvitation', dated),
  telling('listSentInvitations', (page, moment) => ({
    ...page,
    items: page.items.map((one) => dated(one, moment)),
  })),
  telling('listReceivedInvitations', (page, moment) => ({
    ...page,
    items: page.items.map((one) => dated(one, moment)),
  })),
]

/** Says when an invitation ends, and has it open for ever. */
export const invitationNeverExpires: KnownFault = {
  name: 'invitation-never-expires',
  description: 'has an invitation open after it has expired',
  breaks: { aws: ['D22'], huawei: ['R90', 'R97'], tencent: ['R1', 'R3'] },
  alter: altering(
    withLimits(() => ({ invitationDays: 10_000 })),
    ...tellings,
  ),
  seen: {
    at: async (visit) => (await acceptingLate(visit)).done,
    right: false,
    wrong: true,
  },
}
