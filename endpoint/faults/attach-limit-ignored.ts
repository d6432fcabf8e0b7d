import { withoutLimits } from '../fault-kit/alter-decide.ts'
import { attachedBeyondLimit } from '../fault-kit/arrange-policies.ts'
import type { KnownFault } from '../fault.ts'

/** Attaches any number of policies to one target. */
export const attachLimitIgnored: KnownFault = {
  name: 'attach-limit-ignored',
  description: 'attaches any number of policies to one target',
  breaks: { aws: ['E14'], huawei: ['R142'] },
  alter: withoutLimits('controlPoliciesPerTarget', 'otherPoliciesPerTarget'),
  seen: {
    at: attachedBeyondLimit,
    right: 'attachmentLimitExceeded',
    wrong: 'done',
  },
}
