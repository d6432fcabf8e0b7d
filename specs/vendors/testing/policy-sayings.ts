import type { PolicyType } from '../../vocabulary/nouns.ts'
import type { Args } from '../../vocabulary/verbs.ts'
import { crossed, every, some, type Known } from './known.ts'
import { pages, type Sayings } from './sayings.ts'
import { most } from './scope.ts'
import { taggings, wrongTags } from './tag-sayings.ts'

/** Policies and their types; the policy of the organization itself; the list of network endpoints. */
export const policySayings: Sayings<
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
  createPolicy: (known) => [...created(known), ...wronglyCreated(known)],
  updatePolicy: (known) => {
    const { policies, scope } = known
    const content = scope.values.contents(typeIn(known))
    return [
      ...every(policies).map((policy) => ({ policy, content: content[1] })),
      ...policies.good.map((policy) => ({ policy, name: 'one' })),
      ...policies.good.slice(0, 1).flatMap((policy) => [
        { policy, description: '' },
        { policy, content: 'plain' },
      ]),
    ]
  },
  deletePolicy: ofEach,
  getPolicy: ofEach,
  listPolicies: () => [...pages({}), { type: 'none' }],
  attachPolicy: attachments,
  detachPolicy: attachments,
  listPoliciesOn: ({ nodes, organization: { root } }) => [
    ...some(nodes).map((target) => ({ target })),
    { target: root, type: 'none' },
  ],
  listTargetsOf: ofEach,
  enablePolicyType: switches,
  disablePolicyType: switches,
  getEffectivePolicy: ({ nodes, scope: { values } }) => [
    ...[...values.types, 'none'].map((type) => ({ type })),
    ...every(nodes).map((target) => ({ type: values.types.at(-1) ?? 'none', target })),
  ],
}

function ofEach({ policies }: Known): readonly { readonly policy: string }[] {
  return every(policies).map((policy) => ({ policy }))
}

function attachments({ policies, nodes }: Known): readonly Args<'attachPolicy'>[] {
  return crossed(policies, nodes).map(([policy, target]) => ({ policy, target }))
}

function switches({ roots, scope }: Known): readonly Args<'enablePolicyType'>[] {
  const [root = ''] = roots.good
  return [
    ...scope.values.types.map((type) => ({ root, type })),
    ...[...roots.bad].map((bad) => ({ root: bad, type: scope.values.types[0] ?? 'none' })),
    { root, type: 'none' },
  ]
}

const typeIn = ({ organization, scope }: Known): PolicyType =>
  [...organization.policies.values()][0]?.type ?? scope.values.types[0] ?? 'control'

/** As long as there are few. */
const created = (known: Known): readonly Args<'createPolicy'>[] => {
  const { policies } = known.organization
  if (policies.size >= most.policies) return []
  const names = new Set([...policies.values()].map(({ name }) => name))
  const name = ['one', 'two'].find((one) => !names.has(one)) ?? 'three'
  const policiesOf = (type: PolicyType): readonly Args<'createPolicy'>[] => {
    const policy = { name, type, description: 'told', content: contentOf(known, type) }
    return [policy, ...taggings(known).map((tags) => ({ ...policy, tags }))]
  }
  return known.scope.values.types.flatMap(policiesOf)
}

const contentOf = ({ scope }: Known, type: PolicyType): string => scope.values.contents(type)[0]

/** The first would be one of its type too many where there are two; the others are wrong by themselves. */
const wronglyCreated = (known: Known): readonly Args<'createPolicy'>[] => {
  const { organization, scope } = known
  const type = typeIn(known)
  const policy = { name: 'another', type, description: '', content: contentOf(known, type) }
  const own = [...organization.policies.values()].filter((one) => one.type === type)
  const [taken = scope.context.rules.builtinPolicy] = organization.policies.values()
  return [
    ...(own.length < (scope.context.rules.limits.policiesPerType ?? Infinity) ? [] : [policy]),
    ...(taken ? [{ ...policy, name: taken.name }] : []),
    { ...policy, content: 'plain' },
    { ...policy, content: policy.content + ' '.repeat(20_000) },
    { ...policy, type: 'none' },
    ...wrongTags(known).map((tags) => ({ ...policy, content: 'plain', tags })),
  ]
}
