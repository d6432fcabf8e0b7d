import type { Invitation } from '../../specs/vocabulary/verbs.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, invited } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Lets an account that declines join all the same. */
export const declineJoins: KnownFault = {
  name: 'decline-joins',
  description: 'lets an account that declines join all the same',
  breaks: { aws: ['D14'], huawei: ['R93'], tencent: ['A9'] },
  alter: saying('declineInvitation', (moment) => {
    const decision = decideAs(moment, { verb: 'acceptInvitation' })
    if (decision.kind === 'refused') return decideAs(moment, {})
    return { ...decision, result: { ...(decision.result as Invitation), state: 'declined' } }
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await visit.guest.declineInvitation({ invitation: await invited(visit) })
      return (await visit.guest.getOrganization({})).came
    },
    right: 'notInOrganization',
    wrong: 'done',
  },
}
