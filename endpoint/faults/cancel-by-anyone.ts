import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, invited } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Lets the invited account cancel its invitation. */
export const cancelByAnyone: KnownFault = {
  name: 'cancel-by-anyone',
  description: 'lets the invited account cancel its invitation',
  breaks: { aws: ['D13'], huawei: ['R95'], tencent: ['R4'] },
  alter: forgiving(['accessDenied', 'invitationNotFound'], (moment) => {
    const { verb, args } = moment.command
    const id = verb === 'cancelInvitation' ? args.invitation : ''
    const caller = moment.world.invitations.get(id)?.management
    return decideAs(moment, caller === undefined ? {} : { caller })
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const invitation = await invited(visit)
      await visit.guest.cancelInvitation({ invitation })
      return (await visit.guest.getInvitation({ invitation })).result.state
    },
    right: 'open',
    wrong: 'cancelled',
  },
}
