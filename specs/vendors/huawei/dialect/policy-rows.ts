import type { DialectOf } from '../../../vendor/dialect.ts'
import { member, nothing, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { Paging } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, pageOnly, paging } from './arguments.ts'
import * as policies from './policy-structures.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const attachment: Lens<Args<'attachPolicy'>> = record<Args<'attachPolicy'>>(
  { policy: member('policy_id'), target: member('entity_id') },
  ['policy', 'target'],
)

const typeSwitch: Lens<Args<'enablePolicyType'>> = record<Args<'enablePolicyType'>>(
  { root: member('root_id'), type: member('policy_type', word.policyType) },
  ['root', 'type'],
)

/** A list of policies can not be asked by type; a client leaves out the others (workflows.ts). */
type OnTarget = Paging & { readonly target: string }

/** Policies, where they are attached, and which kinds are switched on. */
export const policyRows: DialectOf<
  | 'createPolicy'
  | 'updatePolicy'
  | 'deletePolicy'
  | 'getPolicy'
  | 'listPoliciesOn'
  | 'listPolicies'
  | 'attachPolicy'
  | 'detachPolicy'
  | 'listTargetsOf'
  | 'enablePolicyType'
  | 'disablePolicyType'
  | 'getEffectivePolicy'
> = {
  createPolicy: {
    operation: 'CreatePolicy',
    args: record<Args<'createPolicy'>>(
      {
        name: member('name'),
        type: member('type', word.policyType),
        description: member('description'),
        content: member('content'),
        tags: structure.tags,
      },
      ['name', 'type', 'description', 'content'],
    ),
    result: wrapped('policy', policies.policy),
  },
  updatePolicy: {
    operation: 'UpdatePolicy',
    args: record<Args<'updatePolicy'>>(
      {
        policy: member('policy_id'),
        name: member('name'),
        description: member('description'),
        content: member('content'),
      },
      ['policy'],
    ),
    result: wrapped('policy', policies.policy),
  },
  deletePolicy: { operation: 'DeletePolicy', args: only('policy', 'policy_id'), result: nothing },
  getPolicy: {
    operation: 'GetPolicyInformation',
    args: only('policy', 'policy_id'),
    result: wrapped('policy', policies.policyWithContent),
  },
  // one operation lists all policies, or those on a target: the more special reading comes first
  listPoliciesOn: {
    operation: 'ListPolicies',
    args: record<OnTarget>({ ...paging, target: member('attached_entity_id') }, ['target']),
    result: listed('policies', policies.policySummary),
  },
  listPolicies: {
    operation: 'ListPolicies',
    args: pageOnly,
    result: listed('policies', policies.policySummary),
  },
  attachPolicy: { operation: 'AttachPolicyToEntity', args: attachment, result: nothing },
  detachPolicy: { operation: 'DetachPolicyFromEntity', args: attachment, result: nothing },
  listTargetsOf: {
    operation: 'ListEntitiesForPolicy',
    args: record<Args<'listTargetsOf'>>({ ...paging, policy: member('policy_id') }, ['policy']),
    result: listed('attached_entities', structure.node),
  },
  enablePolicyType: {
    operation: 'EnablePolicyTypeForRoot',
    args: typeSwitch,
    result: wrapped('root', structure.root),
  },
  disablePolicyType: {
    operation: 'DisablePolicyTypeInRoot',
    args: typeSwitch,
    result: wrapped('root', structure.root),
  },
  getEffectivePolicy: {
    operation: 'QueryEffectivePolicies',
    args: record<Args<'getEffectivePolicy'>>(
      { type: member('policy_type', word.policyType), target: member('entity_id') },
      ['type'],
    ),
    result: policies.effectivePolicy,
  },
}
