import { axes, verdicts } from '../../../suites/verdict/verdict.ts'
import { causesOf, isFinding, type Cause } from '../../causes/causes.ts'
import { leftBehind, unanswered } from '../../results/not-established.ts'
import { readingLines } from '../../results/readings.ts'
import type { CheckResult, Results, TargetResult } from '../../results/results.ts'
import { runNotes } from '../../results/run-notes.ts'
import { whoSaysSo } from '../terminal/who-says-so.ts'
import { pageCalls, type PageCalls } from './page-calls.ts'
import type { PageCheck, PageData, PageKind, PageTarget } from './page-data.ts'
import { textTable, type TextTable } from './text-table.ts'

/** What a page of these results has to know. */
export function pageDataOf(results: Results): PageData {
  const { suite, run, targets, checks, exchanges } = results
  const table = textTable()
  const told = targets.map((target) => {
    const own = checks.filter((check) => check.target === target.name)
    return { target, own, causes: causesOf(own) }
  })
  const shown = inOrderOfUse(told.map(({ causes }) => causes))
  const calls = pageCalls(shown, exchanges, table)
  const kinds = kindTable(
    targets.map(({ name }) => name),
    table,
  )
  const rows = checks.map((check) => rowOf(check, kinds.placeOf(check), { table, calls }))
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
    kinds: kinds.kinds,
    checks: rows,
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

interface KindTable {
  readonly kinds: readonly PageKind[]
  placeOf(check: CheckResult): number
}

const kindTable = (targets: readonly string[], { placeOf }: TextTable): KindTable => {
  const kinds: PageKind[] = []
  const known = new Map<string, number>()
  return {
    kinds,
    placeOf: (check) => {
      const kind: PageKind = [
        targets.indexOf(check.target),
        placeOf(check.case),
        placeOf(check.operation),
        placeOf(check.feature),
        axes.indexOf(check.axis),
        placeOf(check.level),
        placeOf(check.source),
      ]
      const key = kind.join(' ')
      const place = known.get(key) ?? kinds.push(kind) - 1
      known.set(key, place)
      return place
    },
  }
}

interface RowSources {
  readonly table: TextTable
  readonly calls: PageCalls
}

const rowOf = (check: CheckResult, kind: number, { table, calls }: RowSources): PageCheck => {
  const { placeOf } = table
  const { id, title, verdict, code, follows, reading, reason, expected, received } = check
  const own = `${check.case}/`
  const row = [
    kind,
    placeOf(id.startsWith(own) ? id.slice(own.length - 1) : id),
    placeOf(title),
    placeOf(whoSaysSo(check)),
    verdicts.indexOf(verdict),
    ...[reason, expected, received, code, follows, reading].map(placeOf),
    ...(isFinding(check) ? [calls.of(check)] : []),
  ]
  while (row.at(-1) === 0) row.pop()
  return row as unknown as PageCheck
}
