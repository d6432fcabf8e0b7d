import { axes, totalsOf, type Totals } from '../../suites/verdict/verdict.ts'
import type { CheckResult, TargetResult } from './results.ts'

/** The totals of checks by axis; an axis without checks is left out. */
export function axesTotalsOf(checks: readonly CheckResult[]): TargetResult['axes'] {
  return Object.fromEntries(
    axes.flatMap((axis): (readonly [string, Totals])[] => {
      const own = checks.filter((check) => check.axis === axis)
      return own.length === 0 ? [] : [[axis, totalsOf(own)]]
    }),
  )
}
