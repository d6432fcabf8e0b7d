import type { Rules } from '../model/rules.ts'
import type { OrganizationRecord, World } from '../model/world.ts'
import type { Instant } from '../vocabulary/nouns.ts'

/** A world at a moment, and what is known of the vendor. */
export interface Moment {
  readonly world: World
  readonly rules: Rules
  readonly now: Instant
}

/** What must be so in every world; written without the rules that are to keep it so. */
export interface Invariant {
  /** its name, in a few words: what is always so */
  readonly invariant: string
  /** where it is not so, in our words; empty where it is */
  readonly flaws: (moment: Moment) => readonly string[]
}

/** An invariant that does not hold, and where. */
export interface Broken {
  readonly invariant: string
  readonly what: string
}

/** What of a list of invariants does not hold. */
export function brokenOf(invariants: readonly Invariant[], moment: Moment): readonly Broken[] {
  return invariants.flatMap(({ invariant, flaws }) =>
    flaws(moment).map((what) => ({ invariant, what })),
  )
}

/** An invariant of each organization by itself. */
export function inEach(
  invariant: string,
  flaws: (organization: OrganizationRecord, moment: Moment) => readonly string[],
): Invariant {
  return {
    invariant,
    flaws: (moment) =>
      [...moment.world.organizations.values()].flatMap((one) =>
        flaws(one, moment).map((what) => `${one.id}: ${what}`),
      ),
  }
}

/** What occurs in a list more than once, each once. */
export function repeated(list: readonly string[]): readonly string[] {
  if (new Set(list).size === list.length) return []
  return [...new Set(list.filter((one, at) => list.indexOf(one) !== at))]
}

/** Every node of an organization: its root, its units, its members. */
export function nodesIn({ root, units, members }: OrganizationRecord): ReadonlySet<string> {
  return new Set([root, ...units.keys(), ...members.keys()])
}
