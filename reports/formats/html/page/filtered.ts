import type { PageTarget } from '../page-data.ts'
import { outcomes } from './outcome.ts'
import type { Check } from './report.ts'
import type { Filter } from './route.ts'

/** The checks of a target, the worst first, and as they were asked among their like. */
export function checksOf(checks: readonly Check[], target: PageTarget): readonly Check[] {
  const own = checks.filter((check) => check.target === target)
  return outcomes.flatMap((outcome) => own.filter((check) => check.outcome === outcome))
}

/** The checks that a filter lets through; of several words each has to be found. */
export function filtered(
  checks: readonly Check[],
  { words, outcome, axis, where }: Filter,
): readonly Check[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean)
  return checks.filter(
    (check) =>
      (outcome === '' || check.outcome === outcome) &&
      (axis === '' || check.axis === axis) &&
      (where === '' || check.where === where) &&
      holdsAll(check, wanted),
  )
}

/** What a search looks at, once somebody searches. */
const known = new WeakMap<Check, string>()

const holdsAll = (check: Check, wanted: readonly string[]): boolean => {
  if (wanted.length === 0) return true
  const words = known.get(check) ?? wordsOf(check)
  known.set(check, words)
  return wanted.every((word) => words.includes(word))
}

const wordsOf = ({ id, title, operation, code, reason, received }: Check): string =>
  [id, title, operation, code, reason, received].join(' ').toLowerCase()
