import type { CheckResult, Results, TargetResult } from '../results/results.ts'
import { causesOf, type Cause } from './causes.ts'

/** A target, what was asked of it, and what it got wrong. */
export interface TargetCauses {
  readonly target: TargetResult
  readonly own: readonly CheckResult[]
  /** in the order in which it pays to mend them */
  readonly causes: readonly Cause[]
}

/** Several reports tell of the same results. */
const known = new WeakMap<Results, readonly TargetCauses[]>()

/** What each target of these results got wrong; worked out once for the same results. */
export function causesIn(results: Results): readonly TargetCauses[] {
  const before = known.get(results)
  if (before !== undefined) return before
  const found = results.targets.map((target) => {
    const own = results.checks.filter((check) => check.target === target.name)
    return { target, own, causes: causesOf(own) }
  })
  known.set(results, found)
  return found
}
