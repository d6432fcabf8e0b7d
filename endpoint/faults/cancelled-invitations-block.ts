import { founded, invited, inviting } from '../fault-kit/arrange.ts'
import { neverAgain } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Takes an account for invited whose invitation was cancelled. */
export const cancelledInvitationsBlock: KnownFault = {
  name: 'cancelled-invitations-block',
  description: 'takes an account for invited whose invitation was cancelled',
  breaks: { aws: ['D5', 'D13', 'K20'], huawei: ['N41'], tencent: ['R17'] },
  alter: neverAgain(
    {
      verb: 'cancelInvitation',
      key: ({ world, args, command }) =>
        `${command.caller} ${world.invitations.get(args.invitation)?.recipient.id}`,
    },
    {
      verb: 'inviteAccount',
      key: ({ args, command }) => `${command.caller} ${args.target.id}`,
      refusal: 'invitationDuplicate',
    },
  ),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.boss.cancelInvitation({ invitation: await invited(visit) })
      return (await inviting(visit.boss, visit.guest.id)).came
    },
    right: 'done',
    wrong: 'invitationDuplicate',
  },
}
