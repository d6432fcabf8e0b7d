import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { acceptingLate, day } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

const years = 10 * 365 * day

/** Lets an invitation be answered for ten years. */
export const invitationsLastForYears: KnownFault = {
  name: 'invitations-last-for-years',
  description: 'lets an invitation be answered for ten years',
  breaks: {
    aws: ['D22', 'model/aws/*'],
    huawei: ['R99', 'model/huawei/*'],
    tencent: ['model/tencent/*'],
  },
  alter: saying('inviteAccount', (moment) => {
    const { context } = moment
    const { limits } = context.rules
    const rules = { ...context.rules, limits: { ...limits, invitationDays: years / day } }
    return decideAs({ ...moment, context: { ...context, rules } }, {})
  }),
  seen: {
    at: async (visit) => (await acceptingLate(visit)).came,
    right: 'invitationWrongTransition',
    wrong: 'done',
  },
}
