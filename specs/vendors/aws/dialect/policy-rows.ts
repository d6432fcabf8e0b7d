import type { DialectOf } from '../../../vendor/dialect.ts'
import { member, nothing, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, paging } from './arguments.ts'
import * as policies from './policy-structures.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const attachment: Lens<Args<'attach'>> = record<Args<'attach'>>(
  { policy: member('PolicyId'), target: member('TargetId') },
  ['policy', 'target'],
)

const typeSwitch: Lens<Args<'enableType'>> = record<Args<'enableType'>>(
  { root: member('RootId'), type: member('PolicyType', word.policyType) },
  ['root', 'type'],
)

/** Policies, where they are attached, and which kinds are switched on. */
export const policyRows: DialectOf<
  | 'createPolicy'
  | 'updatePolicy'
  | 'deletePolicy'
  | 'policy'
  | 'policies'
  | 'attach'
  | 'detach'
  | 'policiesOn'
  | 'targetsOf'
  | 'enableType'
  | 'disableType'
  | 'effectivePolicy'
  | 'putResourcePolicy'
  | 'resourcePolicy'
  | 'deleteResourcePolicy'
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
  policy: {
    operation: 'DescribePolicy',
    args: only('policy', 'PolicyId'),
    result: wrapped('Policy', policies.policyWithContent),
  },
  policies: {
    operation: 'ListPolicies',
    args: record<Args<'policies'>>({ ...paging, type: member('Filter', word.policyType) }, [
      'type',
    ]),
    result: listed('Policies', policies.policySummary),
  },
  attach: { operation: 'AttachPolicy', args: attachment, result: nothing },
  detach: { operation: 'DetachPolicy', args: attachment, result: nothing },
  policiesOn: {
    operation: 'ListPoliciesForTarget',
    args: record<Args<'policiesOn'>>(
      { ...paging, target: member('TargetId'), type: member('Filter', word.policyType) },
      ['target', 'type'],
    ),
    result: listed('Policies', policies.policySummary),
  },
  targetsOf: {
    operation: 'ListTargetsForPolicy',
    args: record<Args<'targetsOf'>>({ ...paging, policy: member('PolicyId') }, ['policy']),
    result: listed('Targets', policies.policyTarget),
  },
  enableType: {
    operation: 'EnablePolicyType',
    args: typeSwitch,
    result: wrapped('Root', structure.root),
  },
  disableType: {
    operation: 'DisablePolicyType',
    args: typeSwitch,
    result: wrapped('Root', structure.root),
  },
  effectivePolicy: {
    operation: 'DescribeEffectivePolicy',
    args: record<Args<'effectivePolicy'>>(
      { type: member('PolicyType', word.policyType), target: member('TargetId') },
      ['type'],
    ),
    result: wrapped('EffectivePolicy', policies.effectivePolicy),
  },
  putResourcePolicy: {
    operation: 'PutResourcePolicy',
    args: record<Args<'putResourcePolicy'>>({ content: member('Content'), tags: structure.tags }, [
      'content',
    ]),
    result: wrapped('ResourcePolicy', policies.resourcePolicy),
  },
  resourcePolicy: {
    operation: 'DescribeResourcePolicy',
    args: nothing,
    result: wrapped('ResourcePolicy', policies.resourcePolicyWithContent),
  },
  deleteResourcePolicy: { operation: 'DeleteResourcePolicy', args: nothing, result: nothing },
}
