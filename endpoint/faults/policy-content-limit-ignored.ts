import { withoutLimits } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Takes policy documents of any length. */
export const policyContentLimitIgnored: Fault = {
  name: 'policy-content-limit-ignored',
  description: 'takes policy documents of any length',
  breaks: { aws: ['E2'], huawei: ['R19'] },
  alter: withoutLimits('controlPolicyContent', 'otherPolicyContent'),
}
