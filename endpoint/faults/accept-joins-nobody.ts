import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Accepts an invitation and adds no member. */
export const acceptJoinsNobody: KnownFault = {
  name: 'accept-joins-nobody',
  description: 'accepts an invitation and adds no member',
  breaks: { aws: ['D12'], huawei: ['R91'], tencent: ['A1'] },
  alter: saying('acceptInvitation', (moment) => {
    const decision = decideAs(moment, {})
    if (decision.kind === 'refused') return decision
    const { invitations = [] } = decision.changes
    return { ...decision, changes: { invitations } }
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await joined(visit)
      return (await visit.guest.getOrganization({})).came
    },
    right: 'done',
    wrong: 'notInOrganization',
  },
}
