import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Lets the invited account cancel its invitation. */
export const cancelByAnyone: Fault = {
  name: 'cancel-by-anyone',
  description: 'lets the invited account cancel its invitation',
  breaks: { aws: ['D13'], huawei: ['R95'], tencent: ['R4'] },
  alter: forgiving(['accessDenied', 'invitationNotFound'], (moment) => {
    const { verb, args } = moment.command
    const id = verb === 'cancelInvitation' ? args.invitation : ''
    const caller = moment.world.invitations.get(id)?.management
    return decideAs(moment, caller === undefined ? {} : { caller })
  }),
}
