import { isDeepStrictEqual } from 'node:util'

import { severity, type Verdict } from '../../suites/verdict/verdict.ts'
import { causeKey } from '../causes/cause-key.ts'
import { isFinding } from '../causes/causes.ts'
import { asWritten } from '../results/as-written.ts'
import { asksEverything } from '../results/asks-everything.ts'
import type { CheckResult, Results } from '../results/results.ts'
import { pairsOf, type Pair } from './pairs.ts'

/**
 * What became of a check: `new` found something that was not found before, `fixed` passes that found something, `still`
 * finds the same, `changed` came to something else in any other way, `gone` was not asked any more though it was to be.
 */
export const changeKinds = ['new', 'gone', 'changed', 'fixed', 'still'] as const

export type ChangeKind = (typeof changeKinds)[number]

/** What became of one check from one run to a later one. */
export interface Change {
  readonly kind: ChangeKind
  /** whether an endpoint got worse by it */
  readonly worse: boolean
  /** the target in the later run */
  readonly target: string
  readonly id: string
  readonly was?: Verdict
  readonly is?: Verdict
  /** the check as it stands in the later run, or last stood */
  readonly check: CheckResult
}

/** Two runs side by side. */
export interface Comparison {
  /** in the order of `changeKinds`, what is worse first */
  readonly changes: readonly Change[]
  /** checks that both runs judged */
  readonly compared: number
  /** checks that one run alone asked, since the other is of another selection or another release of the suite */
  readonly onlyBefore: number
  readonly onlyAfter: number
}

/**
 * Holds a run against an earlier one, check by check. Targets are the same by their name, or where each run has one of
 * an API. Nothing compared means that the two have nothing in common.
 */
export function compareResults(before: Results, after: Results): Comparison {
  const pairs = pairsOf(before, after)
  const lost = isSameQuestion(before, after) ? pairs.flatMap(goneOf) : []
  const both = pairs.flatMap(({ before: own, after: now }) => {
    const known = new Map(own.map((check) => [check.id, check]))
    return now.flatMap((check): readonly (readonly [CheckResult, CheckResult])[] => {
      const was = known.get(check.id)
      return was === undefined ? [] : [[was, check]]
    })
  })
  const changes = [...both.flatMap(([was, is]) => changeOf(was, is)), ...lost]
  return {
    changes: changes.toSorted((one, other) => rankOf(one) - rankOf(other)),
    compared: both.length,
    onlyBefore: before.checks.length - both.length - lost.length,
    onlyAfter: after.checks.length - both.length,
  }
}

/** Whether the later run is worse in anything. */
export function isWorse({ changes }: Pick<Comparison, 'changes'>): boolean {
  return changes.some(({ worse }) => worse)
}

/** By kind, what is worse first, and of these what is worst. */
const rankOf = ({ kind, worse, is = 'pass' }: Change): number =>
  (changeKinds.indexOf(kind) * 2 + (worse ? 0 : 1)) * 10 - severity(is)

/** Of two whole runs, or two of one selection, by one release every check stands in both. */
const isSameQuestion = (before: Results, after: Results): boolean => {
  const [one, other] = [before, after].map(({ run }) => run.selection)
  const sameSelection =
    one !== undefined && other !== undefined && isDeepStrictEqual(asWritten(one), asWritten(other))
  const whole = asksEverything(after.run.selection)
  return before.suite.version === after.suite.version && (sameSelection || whole)
}

const goneOf = ({ before, after, target }: Pair): readonly Change[] => {
  const ids = new Set(after.map(({ id }) => id))
  return before
    .filter(({ id }) => !ids.has(id))
    .map((check) => ({
      kind: 'gone',
      worse: true,
      target,
      id: check.id,
      was: check.verdict,
      check,
    }))
}

const changeOf = (was: CheckResult, is: CheckResult): readonly Change[] => {
  const kind = kindOf(was, is)
  if (kind === undefined) return []
  const worse = severity(is.verdict) > severity(was.verdict) && !isReachedNow(was)
  const { target, id } = is
  return [{ kind, worse, target, id, was: was.verdict, is: is.verdict, check: is }]
}

/** What could not be asked before hid whatever it finds now: that is no step back. */
const isReachedNow = ({ verdict }: CheckResult): boolean => verdict === 'untestable'

const kindOf = (was: CheckResult, is: CheckResult): ChangeKind | undefined => {
  if (isFinding(is)) {
    if (!isFinding(was)) return 'new'
    return was.verdict === is.verdict && seenIn(was) === seenIn(is) ? 'still' : 'changed'
  }
  if (was.verdict === is.verdict) return undefined
  return isFinding(was) && is.verdict === 'pass' ? 'fixed' : 'changed'
}

/** What a finding comes down to, without what differs from run to run. */
const seenIn = (check: CheckResult): string => causeKey(check, (operation) => operation)
