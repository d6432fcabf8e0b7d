import type { PageTarget } from '../page-data.ts'
import type { Check } from './report.ts'
import type { Filter } from './route.ts'

/** The checks of a target that a filter lets through; of several words each has to be found. */
export function filtered(
  checks: readonly Check[],
  target: PageTarget,
  { words, outcome, axis, where }: Filter,
): readonly Check[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean)
  return checks.filter(
    (check) =>
      check.target === target &&
      (outcome === '' || check.outcome === outcome) &&
      (axis === '' || check.axis === axis) &&
      (where === '' || check.where === where) &&
      wanted.every((word) => check.words.includes(word)),
  )
}
