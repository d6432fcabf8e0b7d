import { founded, invited, inviting } from '../fault-kit/arrange.ts'
import { neverAgain } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Takes an account for invited that declined. */
export const declinedInvitationsBlock: KnownFault = {
  name: 'declined-invitations-block',
  description: 'takes an account for invited that declined',
  breaks: { aws: ['D14'], huawei: ['R94'], tencent: ['R17'] },
  alter: neverAgain(
    {
      verb: 'declineInvitation',
      key: ({ world, args }) => {
        const { management, recipient } = world.invitations.get(args.invitation) ?? {}
        return `${management} ${recipient?.id}`
      },
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
      await visit.guest.declineInvitation({ invitation: await invited(visit) })
      return (await inviting(visit.boss, visit.guest.id)).came
    },
    right: 'done',
    wrong: 'invitationDuplicate',
  },
}
