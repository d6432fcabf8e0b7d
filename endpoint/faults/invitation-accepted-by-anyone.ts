import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import { founded, invited } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Accepts an invitation on behalf of the invited account whoever says so. */
export const invitationAcceptedByAnyone: KnownFault = {
  name: 'invitation-accepted-by-anyone',
  description: 'accepts an invitation on behalf of the invited account whoever says so',
  breaks: { aws: ['D11'], huawei: ['R91'], tencent: ['R4'] },
  alter: forgiving(['accessDenied', 'invitationNotFound'], (moment) => {
    const { verb, args } = moment.command
    const id = verb === 'acceptInvitation' ? args.invitation : ''
    const recipient = moment.world.invitations.get(id)?.recipient
    return decideAs(moment, recipient?.kind === 'account' ? { caller: recipient.id } : {})
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const invitation = await invited(visit)
      await visit.third.acceptInvitation({ invitation })
      return (await visit.guest.getOrganization({})).came
    },
    right: 'notInOrganization',
    wrong: 'done',
  },
}
