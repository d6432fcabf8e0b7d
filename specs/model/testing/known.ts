import type { OrganizationRecord, World } from '../world.ts'
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
  const { unknown } = scope.values
  const other = otherThan(organization, state.world)
  const { root, units, members, policies, creations } = organization
  const builtin = scope.context.rules.builtinPolicy?.id
  const accounts = [...members.keys()]
  const bad = (kind: string, foreign: Iterable<string> = []): readonly string[] => [
    unknown(kind),
    ...[...foreign].slice(0, 1),
  ]
  return {
    scope,
    state,
    organization,
    roots: { good: [root], bad: bad('root', other && [other.root]) },
    units: { good: [...units.keys()], bad: [...bad('unit', other?.units.keys()), root] },
    parents: { good: [root, ...units.keys()], bad: bad('unit', other && [other.root]) },
    accounts: { good: accounts, bad: bad('account', other?.members.keys()) },
    nodes: {
      good: [root, ...units.keys(), ...accounts],
      bad: bad('unit', other?.members.keys()),
    },
    policies: {
      good: [...policies.keys(), ...(builtin === undefined ? [] : [builtin])],
      bad: bad('policy', other?.policies.keys()),
    },
    creations: { good: [...creations.keys()], bad: bad('creation', other?.creations.keys()) },
  }
}

const otherThan = ({ id }: OrganizationRecord, { organizations }: World) =>
  [...organizations.values()].find((one) => one.id !== id)

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
