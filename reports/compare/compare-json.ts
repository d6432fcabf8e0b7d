import { changeKinds, isWorse, type Comparison } from './compare.ts'

/** A comparison for machines. */
export function compareJson(comparison: Comparison): string {
  const { changes, compared, onlyBefore, onlyAfter } = comparison
  const counts = changeKinds.map((kind) => [
    kind,
    changes.filter((change) => change.kind === kind).length,
  ])
  const told = changes.map(({ check: { operation, expected, received, reason }, ...change }) => ({
    ...change,
    operation,
    expected,
    received,
    reason,
  }))
  return JSON.stringify(
    {
      worse: isWorse(comparison),
      compared,
      onlyBefore,
      onlyAfter,
      counts: Object.fromEntries(counts),
      changes: told,
    },
    null,
    2,
  )
}
