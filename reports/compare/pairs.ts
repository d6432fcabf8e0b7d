import type { CheckResult, Results, TargetResult } from '../results/results.ts'

/** The checks of one target in two runs. */
export interface Pair {
  /** its name in the later run */
  readonly target: string
  readonly before: readonly CheckResult[]
  readonly after: readonly CheckResult[]
}

/** The targets that stand in both runs: by name, else where each run has but one of that API. */
export function pairsOf(before: Results, after: Results): readonly Pair[] {
  return after.targets.flatMap((target) => {
    const same = sameIn(before.targets, after.targets, target)
    if (same === undefined) return []
    return [
      {
        target: target.name,
        before: before.checks.filter((check) => check.target === same.name),
        after: after.checks.filter((check) => check.target === target.name),
      },
    ]
  })
}

const sameIn = (
  before: readonly TargetResult[],
  after: readonly TargetResult[],
  { name, vendor }: TargetResult,
): TargetResult | undefined => {
  const named = before.find((one) => one.name === name && one.vendor === vendor)
  if (named !== undefined) return named
  const [known, now] = [before, after].map((all) => all.filter((one) => one.vendor === vendor))
  return known?.length === 1 && now?.length === 1 ? known[0] : undefined
}
