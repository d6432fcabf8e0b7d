import { attachedBeyondLimit } from '../fault-kit/arrange-policies.ts'
import { withLimits } from '../variant-kit/limits.ts'
import type { KnownVariant } from '../variant.ts'

/** Takes more policies on a target, longer ones, more tags and deeper units than the document says. */
export const largerLimits: KnownVariant = {
  name: 'larger-limits',
  description: 'takes more policies on a target, and longer ones, than the document says',
  evidence: { aws: ['O57', 'O58', 'O176'] },
  differences: [
    {
      checks: [
        'scenario/policy-attach-limit/*',
        'scenario/policy-content/*',
        'scenario/policy-content-length/*',
      ],
      to: 'NO_QUOTA',
      because: 'nobody says where its limits are',
    },
  ],
  takesMore: true,
  hides: ['attach-limit-ignored', 'policy-content-limit-ignored'],
  alter: withLimits({ controlPoliciesPerTarget: 20, controlPolicyContent: 20_480 }),
  seen: { at: attachedBeyondLimit, quiet: 'attachmentLimitExceeded', varied: 'done' },
}
