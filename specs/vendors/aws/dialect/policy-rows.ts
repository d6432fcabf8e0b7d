import type { DialectOf } from '../../../vendor/dialect.ts'
import { member, nothing, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, paging } from './arguments.ts'
import * as policies from './policy-structures.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const attachment: Lens<Args<'attachPolicy'>> = record<Args<'attachPolicy'>>(
  { policy: member('PolicyId'), target: member('TargetId') },
  ['policy', 'target'],
)

const typeSwitch: Lens<Args<'enablePolicyType'>> = record<Args<'enablePolicyType'>>(
  { root: member('RootId'), type: member('PolicyType', word.policyType) },
  ['root', 'type'],
)

/** Policies, where they are attached, and which kinds are switched on. */
export const policyRows: DialectOf<
  | 'createPolicy'
  | 'updatePolicy'
  | 'deletePolicy'
  | 'getPolicy'
  | 'listPolicies'
  | 'attachPolicy'
  | 'detachPolicy'
  | 'listPoliciesOn'
  | 'listTargetsOf'
  | 'enablePolicyType'
  | 'disablePolicyType'
  | 'getEffectivePolicy'
> = {
  createPolicy: {
    operation: 'CreatePolicy',
    args: record<Args<'createPolicy'>>(
      {
        name: member('Name'),
        type: member('Type', word.policyType),
        description: member('Description'),
        content: member('Content'),
        tags: structure.tags,
      },
      ['name', 'type', 'description', 'content'],
    ),
    result: wrapped('Policy', policies.policy),
  },
  updatePolicy: {
    operation: 'UpdatePolicy',
    args: record<Args<'updatePolicy'>>(
      {
        policy: member('PolicyId'),
        name: member('Name'),
        description: member('Description'),
        content: member('Content'),
      },
      ['policy'],
    ),
    result: wrapped('Policy', policies.policy),
  },
  deletePolicy: { operation: 'DeletePolicy', args: only('policy', 'PolicyId'), result: nothing },
  getPolicy: {
    operation: 'DescribePolicy',
    args: only('policy', 'PolicyId'),
    result: wrapped('Policy', policies.policyWithContent),
  },
  listPolicies: {
    operation: 'ListPolicies',
    args: record<Args<'listPolicies'>>({ ...paging, type: member('Filter', word.policyType) }, [
      'type',
    ]),
    result: listed('Policies', policies.policySummary),
  },
  attachPolicy: { operation: 'AttachPolicy', args: attachment, result: nothing },
  detachPolicy: { operation: 'DetachPolicy', args: attachment, result: nothing },
  listPoliciesOn: {
    operation: 'ListPoliciesForTarget',
    args: record<Args<'listPoliciesOn'>>(
      { ...paging, target: member('TargetId'), type: member('Filter', word.policyType) },
      ['target', 'type'],
    ),
    result: listed('Policies', policies.policySummary),
  },
  listTargetsOf: {
    operation: 'ListTargetsForPolicy',
    args: record<Args<'listTargetsOf'>>({ ...paging, policy: member('PolicyId') }, ['policy']),
    result: listed('Targets', policies.policyTarget),
  },
  enablePolicyType: {
    operation: 'EnablePolicyType',
    args: typeSwitch,
    result: wrapped('Root', structure.root),
  },
  disablePolicyType: {
    operation: 'DisablePolicyType',
    args: typeSwitch,
    result: wrapped('Root', structure.root),
  },
  getEffectivePolicy: {
    operation: 'DescribeEffectivePolicy',
    args: record<Args<'getEffectivePolicy'>>(
      { type: member('PolicyType', word.policyType), target: member('TargetId') },
      ['type'],
    ),
    result: wrapped('EffectivePolicy', policies.effectivePolicy),
  },
}
