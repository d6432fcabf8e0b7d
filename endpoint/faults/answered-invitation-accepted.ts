import { decideAs, decideIn, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, invited } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Accepts an invitation that was declined or cancelled. */
export const answeredInvitationAccepted: KnownFault = {
  name: 'answered-invitation-accepted',
  description: 'accepts an invitation that was declined or cancelled',
  breaks: { aws: ['D13', 'D14', 'D16'], huawei: ['R97'], tencent: ['R3'] },
  alter: forgiving(['invitationWrongTransition'], (moment) => {
    const { verb, args } = moment.command
    const before =
      verb === 'acceptInvitation' ? moment.world.invitations.get(args.invitation) : undefined
    if (before === undefined) return decideAs(moment, {})
    const { answer: _, ...open } = before
    const invitations = new Map(moment.world.invitations).set(open.id, open)
    return decideIn(moment, { ...moment.world, invitations })
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const invitation = await invited(visit)
      await visit.guest.declineInvitation({ invitation })
      return (await visit.guest.acceptInvitation({ invitation })).came
    },
    right: 'invitationWrongTransition',
    wrong: 'done',
  },
}
