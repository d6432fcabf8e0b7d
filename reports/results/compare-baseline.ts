import { isDeepStrictEqual } from 'node:util'

import { own as ownOf } from '../../specs/contract/own.ts'
import { reasonText, severity } from '../../suites/verdict/verdict.ts'
import { asWritten } from './as-written.ts'
import { executedOf, type Baseline, type TargetBaseline } from './baseline.ts'
import { caseInId } from './case-in-id.ts'
import type { CheckResult, Results, Selection } from './results.ts'

/** A difference between a run and its baseline. */
export interface Difference {
  /** `worse` and `vanished` break a gate; `better` and `new` only say that the baseline is stale */
  readonly kind: 'worse' | 'vanished' | 'better' | 'new'
  readonly target: string
  /** a check, or a case where only that is known */
  readonly id: string
  readonly says: string
}

/**
 * Every difference, worst first. Throws when the two can not be compared: another selection of checks, or a run that
 * did not come to its end.
 */
export function compareBaseline(results: Results, baseline: Baseline): readonly Difference[] {
  const { run, targets } = results
  if (!run.complete) throw new Error('the run did not come to its end: it can not be compared')
  const conflict = selectionConflict(run.selection, baseline)
  if (conflict !== undefined) throw new Error(conflict)
  const gone = Object.entries(baseline.targets)
    .filter(([name, before]) => knowsAny(before) && !targets.some((one) => one.name === name))
    .map(([name]) => name)
  return [
    ...gone.map((name) => difference('vanished', name, ['*', 'the target was not asked'])),
    ...targets.flatMap(({ name }) => {
      const own = results.checks.filter(({ target }) => target === name)
      const before = ownOf(baseline.targets, name)
      if (before === undefined) {
        return [difference('new', name, ['*', 'the baseline does not know the target'])]
      }
      return [...vanished(name, own, before), ...changed(name, own, before)]
    }),
  ].toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
}

/** Of a target of which nothing was asked nothing can vanish. */
const knowsAny = ({ checks, executed }: TargetBaseline): boolean =>
  Object.keys(checks).length + Object.keys(executed).length > 0

/** Why a run of this selection can not be held against a baseline; undefined when it can. */
export function selectionConflict(
  selection: Selection,
  { selection: known }: Pick<Baseline, 'selection'>,
): string | undefined {
  const parts = (['only', 'axes', 'shard', 'cases'] as const).filter(
    (part) => !isDeepStrictEqual(asWritten(selection[part]), asWritten(known[part])),
  )
  if (parts.length === 0) return undefined
  return `the baseline is of another selection of checks (${parts.join(', ')}): only the same checks can be compared`
}

/** Whether a gate lets the run pass. */
export function isWorse({ kind }: Difference): boolean {
  return kind === 'worse' || kind === 'vanished'
}

const kinds: readonly Difference['kind'][] = ['worse', 'vanished', 'better', 'new']

const difference = (
  kind: Difference['kind'],
  target: string,
  [id, says]: readonly [string, string],
): Difference => ({ kind, target, id, says })

const vanished = (
  target: string,
  own: readonly CheckResult[],
  before: TargetBaseline,
): readonly Difference[] => {
  const ids = new Set(own.map(({ id }) => id))
  const lost = Object.keys(before.checks).filter((id) => !ids.has(id))
  const lostCases = new Set(lost.map(caseInId))
  const now = executedOf(own)
  const cases = Object.entries(before.executed).flatMap(([name, { count, ids: hash }]) => {
    const left = ownOf(now, name)
    if (left?.ids === hash || lostCases.has(name)) return []
    const says = `${count} checks were asked, now ${left?.count ?? 0}: not the same ones`
    const grown = left !== undefined && left.count > count
    return [difference(grown ? 'new' : 'vanished', target, [name, says])]
  })
  const fresh = Object.entries(now)
    .filter(([name]) => ownOf(before.executed, name) === undefined)
    .map(([name, { count }]) => difference('new', target, [name, `${count} checks`]))
  return [
    ...lost.map((id) => difference('vanished', target, [id, 'the check is no longer asked'])),
    ...cases,
    ...fresh,
  ]
}

const changed = (
  target: string,
  own: readonly CheckResult[],
  before: TargetBaseline,
): readonly Difference[] => {
  const now = executedOf(own)
  // where a case has other checks than before, what is not listed may have passed or not have been there
  const unlisted = (name: string): string =>
    ownOf(before.executed, name)?.ids === ownOf(now, name)?.ids ? 'was pass' : 'was not listed'
  return own.flatMap((check) => {
    const { id, verdict } = check
    const reason = reasonText(check)
    const listed = ownOf(before.checks, id)
    const was = listed ?? 'pass'
    if (was === verdict) return []
    const kind = severity(verdict) > severity(was) ? 'worse' : 'better'
    const said = listed === undefined ? unlisted(check.case) : `was ${listed}`
    const why = reason === undefined ? '' : `: ${reason}`
    return [difference(kind, target, [id, `${said}, is ${verdict}${why}`])]
  })
}
