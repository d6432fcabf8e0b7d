import type { PolicyType } from '../vocabulary/nouns.ts'
import { presentIn, type Seen, type Shown, type View } from './view.ts'

/** A policy as readers have to see it. */
interface Known extends Shown {
  readonly id: string
  readonly type: PolicyType
}

/** What the management account has to see of policies, tags, services and delegates. */
export function policyViews(seen: Seen): readonly View[] {
  const { organization } = seen
  const { units, root, resourcePolicy } = organization
  const known = knownTo(seen)
  const nodes = [root, ...units.keys(), ...presentIn(seen).map(({ account }) => account)]
  const tagged = [
    ...nodes,
    ...known.map(({ id }) => id),
    ...(resourcePolicy ? [resourcePolicy.id] : []),
  ]
  return [
    ...ownViews(seen, known),
    ...nodes.flatMap((target) => attachedTo(seen, known, target)),
    ...known.map((policy) => targetsOf(seen, policy, nodes)),
    ...tagged.map((resource) => tagsOf(seen, resource)),
    ...serviceViews(seen),
  ]
}

const knownTo = ({ organization, rules: { builtinPolicy } }: Seen): readonly Known[] => [
  ...(builtinPolicy ? [shown({ ...builtinPolicy, builtin: true })] : []),
  ...[...organization.policies.values()].map((policy) => shown({ ...policy, builtin: false })),
]

const shown = ({ id, name, type, description, builtin }: Known): Known => ({
  id,
  name,
  type,
  description,
  builtin,
})

const ownViews = ({ organization, rules }: Seen, known: readonly Known[]): readonly View[] => {
  const caller = organization.management
  return [
    { caller, verb: 'listPolicies', args: {}, shown: known },
    ...rules.policyTypes.map((type): View => ({
      caller,
      verb: 'listPolicies',
      args: { type },
      shown: known.filter((policy) => policy.type === type),
    })),
    ...known.map((policy): View => ({
      caller,
      verb: 'getPolicy',
      args: { policy: policy.id },
      shown: policy,
    })),
  ]
}

const attachedTo = (
  { organization }: Seen,
  known: readonly Known[],
  target: string,
): readonly View[] => {
  const caller = organization.management
  const present = (organization.attachments.get(target) ?? []).flatMap(
    ({ policy }) => known.find(({ id }) => id === policy) ?? [],
  )
  return [
    { caller, verb: 'listPoliciesOn', args: { target }, shown: present },
    ...[...organization.types.keys()].map((type): View => ({
      caller,
      verb: 'listPoliciesOn',
      args: { target, type },
      shown: present.filter((policy) => policy.type === type),
    })),
  ]
}

const targetsOf = (
  { organization: { management: caller, attachments, root, units } }: Seen,
  { id: policy }: Known,
  nodes: readonly string[],
): View => {
  const kindOf = (id: string): string => {
    if (id === root) return 'root'
    return units.has(id) ? 'unit' : 'account'
  }
  const targets = [...attachments]
    .filter(([id, all]) => nodes.includes(id) && all.some((one) => one.policy === policy))
    .map(([id]) => ({ id, kind: kindOf(id) }))
  return { caller, verb: 'listTargetsOf', args: { policy }, shown: targets }
}

const tagsOf = ({ organization }: Seen, resource: string): View => ({
  caller: organization.management,
  verb: 'listTags',
  args: { resource },
  shown: (organization.tags.get(resource) ?? []).map(({ key, value }) => ({ key, value })),
})

const serviceViews = (seen: Seen): readonly View[] => {
  const { organization, rules } = seen
  const { management: caller, services, delegations } = organization
  const delegatesOf = (service?: string): readonly Shown[] => {
    const some = delegations.filter((one) => service === undefined || one.service === service)
    return [...new Set(some.map(({ account }) => account))].map((id) => ({ id }))
  }
  return [
    {
      caller,
      verb: 'listTrustedServices',
      args: {},
      shown: [...services].map(([service, since]) => ({ service, since })),
    },
    { caller, verb: 'listDelegates', args: {}, shown: delegatesOf() },
    ...rules.services.map((service): View => ({
      caller,
      verb: 'listDelegates',
      args: { service },
      shown: delegatesOf(service),
    })),
    ...[...new Set(delegations.map(({ account }) => account))].map((account): View => ({
      caller,
      verb: 'listDelegations',
      args: { account },
      shown: delegations
        .filter((one) => one.account === account)
        .map(({ service, since }) => ({ service, since })),
    })),
  ]
}
