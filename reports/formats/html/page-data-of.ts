import { axes, verdicts } from '../../../suites/verdict/verdict.ts'
import { causesIn } from '../../causes/causes-in.ts'
import type { Cause } from '../../causes/causes.ts'
import { leftBehind, unanswered } from '../../results/not-established.ts'
import { readingLines } from '../../results/readings.ts'
import type { CheckResult, Results, TargetResult } from '../../results/results.ts'
import { runNotes } from '../../results/run-notes.ts'
import { pageCalls } from './page-calls.ts'
import type { PageData, PageTarget } from './page-data.ts'
import { pageRows } from './page-rows.ts'
import { textTable } from './text-table.ts'

/** What a page of these results has to know. */
export function pageDataOf(results: Results): PageData {
  const { suite, run, targets, checks, exchanges } = results
  const table = textTable()
  const told = causesIn(results)
  const shown = inOrderOfUse(told.map(({ causes }) => causes))
  const calls = pageCalls(shown, exchanges, table)
  const names = targets.map(({ name }) => name)
  const rows = pageRows(checks, names, { table, calls })
  const places = new Map(checks.map((check, place) => [check, place]))
  return {
    suite: `${suite.name} ${suite.version}`,
    run: runOf(run),
    targets: told.map(({ target, own, causes }) => ({
      ...targetOf(target, own),
      causes: causes.map(({ findings, missing, waiting }) => ({
        findings: findings.map((check) => places.get(check) ?? 0),
        ...(missing !== undefined && { missing }),
        waiting,
      })),
    })),
    axes,
    verdicts,
    texts: table.texts,
    ...rows,
    calls: calls.calls,
    open: unanswered(results),
    left: leftBehind(results),
    readings: readingLines(results),
  }
}

/** Findings whose calls are looked at first come first: those that lead a cause. */
const inOrderOfUse = (causes: readonly (readonly Cause[])[]): readonly CheckResult[] => {
  const all = causes.flat()
  return [
    ...all.map(({ findings: [first] }) => first),
    ...all.flatMap(({ findings: [, ...others] }) => others),
  ]
}

const runOf = ({ id, startedAt, finishedAt, seed, complete }: Results['run']): PageData['run'] => ({
  id,
  startedAt,
  finishedAt,
  seed,
  complete,
})

const targetOf = (
  target: TargetResult,
  own: readonly CheckResult[],
): Omit<PageTarget, 'causes'> => {
  const { name, vendor, endpoint, verdict, totals } = target
  return { name, vendor, endpoint, verdict, totals, notes: runNotes(target, own) }
}
