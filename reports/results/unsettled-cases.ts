import type { Verdict } from '../../suites/verdict/verdict.ts'
import { grouped } from '../text/grouped.ts'
import type { Results } from './results.ts'

/** What may come out otherwise once something was mended, or waited for. */
const unsettled: ReadonlySet<Verdict> = new Set(['fail', 'error', 'inconclusive'])

/** By target: the cases with a check that came to `fail`, `error` or `inconclusive`, sorted; a target without any is left out. */
export function unsettledCases({
  checks,
}: Pick<Results, 'checks'>): Readonly<Record<string, readonly string[]>> {
  const open = grouped(
    checks.filter(({ verdict }) => unsettled.has(verdict)),
    ({ target }) => target,
  )
  return Object.fromEntries(
    [...open].map(([target, own]) => [
      target,
      [...new Set(own.map((check) => check.case))].toSorted(),
    ]),
  )
}
