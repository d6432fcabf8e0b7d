import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { policyContent } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Takes policy documents of any length. */
export const policyContentLimitIgnored: KnownFault = {
  name: 'policy-content-limit-ignored',
  description: 'takes policy documents of any length',
  breaks: { aws: ['E2'], huawei: ['R19'] },
  alter: withoutLimits('controlPolicyContent', 'otherPolicyContent'),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const content = `${policyContent(visit, 'control')}${' '.repeat(20_000)}`
      const asked = { name: 'Long', type: 'control', description: '', content }
      return (await visit.boss.createPolicy(asked)).came
    },
    right: 'policyContentTooLong',
    wrong: 'done',
  },
}
