import { within } from '../../../../model/callers.ts'
import { done } from '../../../../model/decision.ts'
import { nothing, wrapped } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import {
  noResourcePolicy,
  resourcePolicies,
  resourcePolicyWithContent,
  showResourcePolicy,
  type ResourcePolicy,
} from '../resource-policy.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** the organization's own policy with its document */
    getResourcePolicy: Own<'resource-policy', Nothing, ResourcePolicy>
  }
}

/** The organization's own policy. */
export const getResourcePolicy: OwnOperation<'getResourcePolicy'> = {
  verb: 'getResourcePolicy',
  feature: resourcePolicies,
  row: {
    operation: 'DescribeResourcePolicy',
    args: nothing,
    result: wrapped('ResourcePolicy', resourcePolicyWithContent),
  },
  rule: within(({ organization }) => {
    const { resourcePolicy: found } = organization
    return found ? done(showResourcePolicy(organization, found)) : noResourcePolicy()
  }),
  template: {
    caller: 'management',
    resources: ['resourcePolicy'],
    input: {},
    yields: ['/ResourcePolicy/ResourcePolicySummary/Id', '/ResourcePolicy/Content'],
    writes: false,
  },
}
