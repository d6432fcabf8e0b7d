import type { Level, Requirement } from '../../specs/vendor/requirement.ts'
import { globMatcher } from '../../suites/verdict/glob.ts'

/**
 * How far a rule is covered: `tested` by checks that exist, `gap` when a check it names does not exist,
 * `untestable` with the reason that the register gives.
 */
export type CoverageState = 'tested' | 'gap' | 'untestable'

/** One rule of a register beside the checks that establish it. */
export interface CoverageRow {
  readonly id: string
  readonly rule: string
  readonly level: Level
  readonly state: CoverageState
  /** ids of the checks that the rule names, each once, in the order of the list they were found in */
  readonly checks: readonly string[]
  /** what the rule names and no check answers to */
  readonly unmatched: readonly string[]
  /** why no check can establish the rule */
  readonly notTested?: string
}

/** How many rules are in each state. */
export type CoverageTotals = Readonly<Record<CoverageState, number>>

/** Holds a register against the ids of the checks that exist: one row per rule, in the register's order. */
export function coverageOf(
  requirements: readonly Requirement[],
  checks: readonly string[],
): readonly CoverageRow[] {
  return requirements.map((requirement) => {
    const { id, rule, level, notTested } = requirement
    const named = (requirement.checks ?? []).map((pattern) => matchesOf(pattern, checks))
    const found = new Set(named.flatMap(({ matches }) => matches))
    const unmatched = named
      .filter(({ matches }) => matches.length === 0)
      .map(({ pattern }) => pattern)
    return {
      id,
      rule,
      level,
      state: stateOf(found.size, unmatched.length, notTested),
      checks: checks.filter((check) => found.has(check)),
      unmatched,
      ...(notTested === undefined ? {} : { notTested }),
    }
  })
}

/** Counts the rules of a coverage by state. */
export function coverageTotals(rows: readonly CoverageRow[]): CoverageTotals {
  const count = (state: CoverageState): number => rows.filter((row) => row.state === state).length
  return { tested: count('tested'), gap: count('gap'), untestable: count('untestable') }
}

const matchesOf = (
  pattern: string,
  checks: readonly string[],
): { readonly pattern: string; readonly matches: readonly string[] } => {
  const fits = globMatcher(pattern)
  return { pattern, matches: checks.filter(fits) }
}

const stateOf = (
  found: number,
  unmatched: number,
  notTested: string | undefined,
): CoverageState => {
  if (unmatched > 0) return 'gap'
  if (found > 0) return 'tested'
  return notTested === undefined ? 'gap' : 'untestable'
}
