import { withoutLimits } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Attaches any number of policies to one target. */
export const attachLimitIgnored: Fault = {
  name: 'attach-limit-ignored',
  description: 'attaches any number of policies to one target',
  breaks: { aws: ['E14'], huawei: ['R142'] },
  alter: withoutLimits('controlPoliciesPerTarget', 'otherPoliciesPerTarget'),
}
