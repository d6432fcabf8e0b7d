import { filledUp } from '../fault-kit/arrange-quotas.ts'
import { neverForgetting, takingPolicies } from '../fault-kit/quotas.ts'
import type { KnownFault } from '../fault.ts'

/** Counts policies that were deleted. */
export const deletedPoliciesCount: KnownFault = {
  name: 'deleted-policies-count',
  description: 'counts policies that were deleted among those of an organization',
  breaks: {
    aws: ['scenario/policy-count-limit/removed-makes-room'],
    huawei: ['scenario/policy-count-limit/removed-makes-room'],
  },
  alter: neverForgetting(takingPolicies),
  seen: {
    at: (visit) => filledUp(visit, takingPolicies),
    right: ['done', 'policyCountExceeded', 'done'],
    wrong: ['done', 'policyCountExceeded', 'policyCountExceeded'],
  },
}
