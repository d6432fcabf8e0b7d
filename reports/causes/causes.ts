import { metIn } from '../../suites/verdict/met.ts'
import { severity } from '../../suites/verdict/verdict.ts'
import type { CheckResult } from '../results/results.ts'
import { grouped } from '../text/grouped.ts'
import { asksForOperation, causeKey, notOffered, type FamilyOf } from './cause-key.ts'

/** One thing to mend: the findings that tell of it, and what waits for it. */
export interface Cause {
  /** the same as long as it is the same cause */
  readonly key: string
  /** what found it, the worst first; each failed, warns, or is an error of ours */
  readonly findings: readonly [CheckResult, ...CheckResult[]]
  /** an operation that is not offered at all */
  readonly missing?: string
  /** checks that could not be asked for as long as it stands */
  readonly waiting: number
}

/** Whether a check found something. */
export function isFinding({ verdict }: Pick<CheckResult, 'verdict'>): boolean {
  return verdict === 'fail' || verdict === 'warn' || verdict === 'error'
}

/**
 * The causes of all that one target got wrong, in the order in which it pays to mend them: our own errors, then by how
 * many checks fail and wait, then what only warns.
 */
export function causesOf(checks: readonly CheckResult[]): readonly Cause[] {
  const familyOf = familiesIn(checks)
  const byId = new Map(checks.map((check) => [check.id, check]))
  const keys = new Map(checks.filter(isFinding).map((check) => [check, causeKey(check, familyOf)]))
  const groups = grouped([...keys.keys()], (check) => keys.get(check) ?? '')
  const waiting = new Map<string, number>()
  for (const check of checks) {
    const key = waitsFor(check, byId, keys)
    if (key !== undefined) waiting.set(key, (waiting.get(key) ?? 0) + 1)
  }
  return [...groups]
    .map(([key, found]) => causeOf(key, found, waiting.get(key) ?? 0))
    .toSorted((one, other) => weightOf(other) - weightOf(one))
}

const causeOf = (
  key: string,
  found: readonly [CheckResult, ...CheckResult[]],
  waiting: number,
): Cause => {
  const [first, ...others] = found.toSorted(
    (one, other) => severity(other.verdict) - severity(one.verdict),
  ) as [CheckResult, ...CheckResult[]]
  const isMissing = first.verdict !== 'error' && asksForOperation(first)
  const missing = isMissing ? first.operation : undefined
  return { key, findings: [first, ...others], waiting, ...(missing !== undefined && { missing }) }
}

/** Warnings are weighed only among themselves. */
const weightOf = ({ findings, waiting }: Cause): number => {
  const failing = findings.filter(({ verdict }) => verdict === 'fail').length
  if (findings[0].verdict === 'error') return Number.MAX_SAFE_INTEGER
  return failing > 0 ? 1 + failing + waiting : 1 - 1 / (1 + findings.length + waiting)
}

/** The features of operations, as the checks of their contracts tell them. */
const familiesIn = (checks: readonly CheckResult[]): FamilyOf => {
  const families = new Map<string, string>()
  for (const { operation, feature } of checks)
    if (operation !== undefined && feature !== undefined) families.set(operation, feature)
  return (operation) => families.get(operation) ?? operation
}

/** The key of what a check waits for that could not be asked. */
const waitsFor = (
  check: CheckResult,
  byId: ReadonlyMap<string, CheckResult>,
  keys: ReadonlyMap<CheckResult, string>,
): string | undefined => {
  if (check.code === 'NOT_IMPLEMENTED') {
    const operation = metIn(check.reason ?? '')?.operation ?? check.operation
    return operation === undefined ? undefined : notOffered(operation)
  }
  const root = rootOf(check, byId)
  return root === undefined ? undefined : keys.get(root)
}

/** What a check follows in the end. */
const rootOf = (
  check: CheckResult,
  byId: ReadonlyMap<string, CheckResult>,
): CheckResult | undefined => {
  const passed = new Set<string>()
  let next = byId.get(check.follows ?? '')
  while (next?.follows !== undefined && !passed.has(next.id)) {
    passed.add(next.id)
    next = byId.get(next.follows)
  }
  return next
}
