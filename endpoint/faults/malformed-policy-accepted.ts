import { withRules } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Keeps policy documents that are none. */
export const malformedPolicyAccepted: Fault = {
  name: 'malformed-policy-accepted',
  description: 'keeps policy documents that are none',
  breaks: { aws: ['E1'], huawei: ['R124'] },
  alter: withRules(() => ({ contentFits: () => true })),
}
