import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Accepts an invitation and adds no member. */
export const acceptJoinsNobody: Fault = {
  name: 'accept-joins-nobody',
  description: 'accepts an invitation and adds no member',
  breaks: { aws: ['D12'], huawei: ['R91'], tencent: ['A1'] },
  alter: saying('acceptInvitation', (moment) => {
    const decision = decideAs(moment, {})
    if (decision.kind === 'refused') return decision
    const { invitations = [] } = decision.changes
    return { ...decision, changes: { invitations } }
  }),
}
