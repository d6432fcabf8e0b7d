import type { Variant } from '../../endpoint/variant.ts'
import { globMatcher } from '../../suites/verdict/glob.ts'
import { reasonText, type JudgedCheck } from '../../suites/verdict/verdict.ts'

/** What the verdicts of a variant are held against: those of the quiet endpoint, by check. */
export type Quiet = ReadonlyMap<string, JudgedCheck>

/** How the verdicts of a variant differ from those of the quiet endpoint. */
export interface Differences {
  /** what blames it, and the suite: no endpoint that is right gets any of these */
  readonly falseAlarms: readonly string[]
  /** what comes to something else, although the variant does not say so */
  readonly undeclared: readonly string[]
  /** how many checks were left open that are decided at the quiet endpoint */
  readonly inconclusive: number
}

/** Compares what was judged of a variant with the verdicts of the quiet endpoint. */
export function differencesOf(
  { differences = [] }: Pick<Variant, 'differences'>,
  judged: readonly JudgedCheck[],
  quiet: Quiet,
): Differences {
  const allowed = differences.map(({ checks, to }) => ({ to, fit: checks.map(globMatcher) }))
  const isAllowed = (id: string, outcome: string): boolean =>
    allowed.some(({ to, fit }) => to === outcome && fit.some((fits) => fits(id)))
  const alarms = judged.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')
  const changed = judged.filter((check) => outcomeOf(check) !== outcomeAt(quiet, check.id))
  const open = changed.filter(({ verdict }) => verdict === 'inconclusive')
  const undeclared = changed
    .filter((check) => !alarms.includes(check) && !open.includes(check))
    .filter((check) => !isAllowed(check.id, outcomeOf(check)))
  return {
    falseAlarms: alarms.map(sayingOf),
    undeclared: undeclared.map(
      (check) => `${sayingOf(check)} instead of ${outcomeAt(quiet, check.id) ?? 'nothing'}`,
    ),
    inconclusive: open.length,
  }
}

/** What a check comes to, as far as a variant may change it: why it is untestable, and which reading passes. */
const outcomeOf = ({ verdict, code, reading }: JudgedCheck): string => {
  if (verdict === 'untestable') return code ?? verdict
  return verdict === 'pass' ? (reading ?? verdict) : verdict
}

const outcomeAt = (quiet: Quiet, id: string): string | undefined => {
  const known = quiet.get(id)
  return known && outcomeOf(known)
}

const sayingOf = (check: JudgedCheck): string =>
  `${outcomeOf(check)} ${check.id} ${reasonText(check) ?? ''}`.trimEnd()
