import { within } from '../../../../model/callers.ts'
import { done } from '../../../../model/decision.ts'
import { withoutKeys } from '../../../../model/entries.ts'
import { nothing } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import { noResourcePolicy, resourcePolicies } from '../resource-policy.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** takes the organization's own policy away */
    deleteResourcePolicy: Own<'resource-policy', Nothing, Nothing>
  }
}

/** Takes the organization's own policy away. */
export const deleteResourcePolicy: OwnOperation<'deleteResourcePolicy'> = {
  verb: 'deleteResourcePolicy',
  feature: resourcePolicies,
  row: { operation: 'DeleteResourcePolicy', args: nothing, result: nothing },
  rule: within(({ organization }) => {
    const { resourcePolicy: found, ...rest } = organization
    if (found === undefined) return noResourcePolicy()
    return done({}, { organizations: [{ ...rest, tags: withoutKeys(rest.tags, found.id) }] })
  }),
  template: {
    caller: 'management',
    resources: ['resourcePolicy'],
    input: {},
    yields: [],
    writes: true,
  },
}
