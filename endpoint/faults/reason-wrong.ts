import { attachedBeyondLimit } from '../fault-kit/arrange-policies.ts'
import type { KnownFault } from '../fault.ts'

/** Names the lower limit when the upper one is meant. */
export const reasonWrong: KnownFault = {
  name: 'reason-wrong',
  description: 'names the lower limit when the upper one is meant',
  breaks: { aws: ['E14'], huawei: ['R142'] },
  alter: ({ explain }) => ({
    explain: (refused) =>
      explain(
        refused.refusal === 'attachmentLimitExceeded'
          ? { ...refused, refusal: 'lastPolicyDetached' }
          : refused,
      ),
  }),
  seen: {
    at: attachedBeyondLimit,
    right: 'attachmentLimitExceeded',
    wrong: 'lastPolicyDetached',
  },
}
