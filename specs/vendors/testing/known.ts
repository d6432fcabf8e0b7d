import type { OrganizationRecord, World } from '../../model/world.ts'
import type { Scope } from './scope.ts'
import type { State } from './state.ts'

/** Ids that fit where they are named, and ids that do not: of nothing, of another organization, of another kind. */
export interface Names {
  readonly good: readonly string[]
  readonly bad: readonly string[]
}

/** What can be spoken of in an organization, in a state. */
export interface Known {
  readonly scope: Scope
  readonly state: State
  readonly organization: OrganizationRecord
  readonly roots: Names
  readonly units: Names
  /** the root and the units */
  readonly parents: Names
  readonly accounts: Names
  /** whatever policies can be attached to */
  readonly nodes: Names
  readonly policies: Names
  readonly creations: Names
}

/** What can be spoken of in an organization; the bad ids come from elsewhere. */
export function knownIn(scope: Scope, state: State, organization: OrganizationRecord): Known {
  const bad = badNames(scope, otherThan(organization, state.world))
  const { root, units, members, policies, creations } = organization
  const { builtinPolicy } = scope.context.rules
  const accounts = [...members.keys()]
  const parents = [root, ...units.keys()]
  return {
    scope,
    state,
    organization,
    roots: { good: [root], bad: bad('root', ({ root: other }) => [other]) },
    units: { good: [...units.keys()], bad: [...bad('unit', (other) => other.units.keys()), root] },
    parents: { good: parents, bad: bad('unit', ({ root: other }) => [other]) },
    accounts: { good: accounts, bad: bad('account', (other) => other.members.keys()) },
    nodes: { good: [...parents, ...accounts], bad: bad('unit', (other) => other.members.keys()) },
    policies: {
      good: [...policies.keys(), ...(builtinPolicy ? [builtinPolicy.id] : [])],
      bad: bad('policy', (other) => other.policies.keys()),
    },
    creations: {
      good: [...creations.keys()],
      bad: bad('creation', (other) => other.creations.keys()),
    },
  }
}

type Ids = (organization: OrganizationRecord) => Iterable<string>

/** An id that nothing has, and one that another organization has. */
const badNames =
  ({ values }: Scope, other: OrganizationRecord | undefined) =>
  (kind: string, ids: Ids): readonly string[] => [
    values.unknown(kind),
    ...(other ? [...ids(other)].slice(0, 1) : []),
  ]

const otherThan = (
  { id }: OrganizationRecord,
  { organizations }: World,
): OrganizationRecord | undefined => [...organizations.values()].find((one) => one.id !== id)

/** The good ones, then the bad ones. */
export function every({ good, bad }: Names): readonly string[] {
  return [...good, ...bad]
}

/** One good one, and the bad ones: enough for who only looks, since views are looked at elsewhere. */
export function some({ good, bad }: Names): readonly string[] {
  return [...good.slice(0, 1), ...bad]
}

/** Every good pair, and pairs of which one is bad. */
export function crossed(one: Names, other: Names): readonly (readonly [string, string])[] {
  const [first, second] = [one.good[0], other.good[0]]
  return [
    ...one.good.flatMap((a) => other.good.map((b) => [a, b] as const)),
    ...(second === undefined ? [] : one.bad.map((a) => [a, second] as const)),
    ...(first === undefined ? [] : other.bad.map((b) => [first, b] as const)),
  ]
}
