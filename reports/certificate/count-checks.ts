import { levels, type Level } from '../../specs/vendor/requirement.ts'
import {
  axes,
  totalsOf,
  verdicts,
  type Axis,
  type Totals,
  type Verdict,
} from '../../suites/verdict/verdict.ts'
import type { CheckResult } from '../results/results.ts'
import { grouped } from '../text/grouped.ts'
import type { CertifiedTarget, CountsByAxis, CountsByLevel } from './certificate.ts'

/** A check at the level that counts for a certificate. */
export interface LeveledCheck {
  readonly check: CheckResult
  readonly level: Level
}

/** Some of the counts: those on one axis and one level. */
export interface CountedPlace {
  readonly axis: Axis
  readonly level: Level
  readonly totals: Totals
}

/** How many checks got each verdict, axis by axis and level by level, in the order of both. */
export function countsByAxis(checks: readonly LeveledCheck[]): CountsByAxis {
  const byAxis = grouped(checks, ({ check }) => check.axis)
  const counted = axes.flatMap((axis) => {
    const own = byAxis.get(axis)
    return own === undefined ? [] : [[axis, totalsByLevel(own)] as const]
  })
  return Object.fromEntries(counted)
}

const totalsByLevel = (checks: readonly LeveledCheck[]): CountsByAxis[Axis] => {
  const byLevel = grouped(checks, ({ level }) => level)
  const counted = levels.flatMap((level) => {
    const own = byLevel.get(level)?.map(({ check }) => check)
    return own === undefined ? [] : [[level, totalsOf(own)] as const]
  })
  return Object.fromEntries(counted)
}

/** The counts place by place, as they stand. */
export function placesOf(counts: CountsByAxis): readonly CountedPlace[] {
  return Object.entries(counts).flatMap(([axis, byLevel]) =>
    Object.entries(byLevel).map(([level, totals]) => ({
      axis: axis as Axis,
      level: level as Level,
      totals,
    })),
  )
}

/** How many checks were counted at a level with some verdicts; with any unless said. */
export function countedAt(
  counts: CountsByAxis,
  level: Level,
  some: readonly Verdict[] = verdicts,
): number {
  return placesOf(counts)
    .filter((place) => place.level === level)
    .flatMap(({ totals }) => some.map((verdict) => totals[verdict]))
    .reduce(sum, 0)
}

/** How much of what is required was decided by what the target answered, level by level, in words. */
export function decidedText({
  scored,
  required,
}: Pick<CertifiedTarget, 'scored' | 'required'>): string {
  return levels
    .map((level) => `${countedAt(scored, level, decided)} of ${required[level]} ${level}`)
    .join(', ')
}

const decided: readonly Verdict[] = ['pass', 'fail', 'warn']

/** How many things there are of each level. */
export function countsByLevel(found: Iterable<Level>): CountsByLevel {
  const counts = { must: 0, should: 0, may: 0 }
  for (const level of found) counts[level] += 1
  return counts
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1

/** How often each word comes, by word. */
export function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const groups = [...grouped(words, (word) => word)].toSorted(byName)
  return Object.fromEntries(groups.map(([word, all]) => [word, all.length]))
}

/** Adds two numbers. */
export function sum(one: number, other: number): number {
  return one + other
}
