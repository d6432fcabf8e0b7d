import type { DialectOf } from '../../../vendor/dialect.ts'
import { member, nothing, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { Paging } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, pageOnly, paging } from './arguments.ts'
import * as policies from './policy-structures.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const attachment: Lens<Args<'attach'>> = record<Args<'attach'>>(
  { policy: member('policy_id'), target: member('entity_id') },
  ['policy', 'target'],
)

const typeSwitch: Lens<Args<'enableType'>> = record<Args<'enableType'>>(
  { root: member('root_id'), type: member('policy_type', word.policyType) },
  ['root', 'type'],
)

/** A list of policies can not be asked by type; a client leaves out the others (detours.ts). */
type OnTarget = Paging & { readonly target: string }

/** Policies, where they are attached, and which kinds are switched on. */
export const policyRows: DialectOf<
  | 'createPolicy'
  | 'updatePolicy'
  | 'deletePolicy'
  | 'policy'
  | 'policiesOn'
  | 'policies'
  | 'attach'
  | 'detach'
  | 'targetsOf'
  | 'enableType'
  | 'disableType'
  | 'effectivePolicy'
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
  policy: {
    operation: 'GetPolicyInformation',
    args: only('policy', 'policy_id'),
    result: wrapped('policy', policies.policyWithContent),
  },
  // one operation lists all policies, or those on a target: the more special reading comes first
  policiesOn: {
    operation: 'ListPolicies',
    args: record<OnTarget>({ ...paging, target: member('attached_entity_id') }, ['target']),
    result: listed('policies', policies.policySummary),
  },
  policies: {
    operation: 'ListPolicies',
    args: pageOnly,
    result: listed('policies', policies.policySummary),
  },
  attach: { operation: 'AttachPolicyToEntity', args: attachment, result: nothing },
  detach: { operation: 'DetachPolicyFromEntity', args: attachment, result: nothing },
  targetsOf: {
    operation: 'ListEntitiesForPolicy',
    args: record<Args<'targetsOf'>>({ ...paging, policy: member('policy_id') }, ['policy']),
    result: listed('attached_entities', structure.node),
  },
  enableType: {
    operation: 'EnablePolicyTypeForRoot',
    args: typeSwitch,
    result: wrapped('root', structure.root),
  },
  disableType: {
    operation: 'DisablePolicyTypeInRoot',
    args: typeSwitch,
    result: wrapped('root', structure.root),
  },
  effectivePolicy: {
    operation: 'QueryEffectivePolicies',
    args: record<Args<'effectivePolicy'>>(
      { type: member('policy_type', word.policyType), target: member('entity_id') },
      ['type'],
    ),
    result: policies.effectivePolicy,
  },
}
