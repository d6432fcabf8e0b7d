import { withRules } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Keeps policy documents that are none. */
export const malformedPolicyAccepted: KnownFault = {
  name: 'malformed-policy-accepted',
  description: 'keeps policy documents that are none',
  breaks: { aws: ['E1'], huawei: ['R124'] },
  alter: withRules(() => ({ contentFits: () => true })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const asked = { name: 'Bad', type: 'control', description: '', content: '{"half":' }
      return (await visit.boss.createPolicy(asked)).came
    },
    right: 'policyContentMalformed',
    wrong: 'done',
  },
}
