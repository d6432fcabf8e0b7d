import { axes, totalsOf } from '../../../suites/verdict/verdict.ts'
import { notEstablished } from '../../results/not-established.ts'
import { readingLines } from '../../results/readings.ts'
import type { CheckResult, Results, TargetResult } from '../../results/results.ts'
import { runNotes } from '../../results/run-notes.ts'
import { grouped } from '../../text/grouped.ts'
import type { Paint, Tone } from '../../text/paint.ts'
import { printable } from '../../text/printable.ts'
import { findingBlock, type BlockOptions } from './finding-block.ts'
import { findingsOf } from './finding.ts'
import { sideBySide } from './side-by-side.ts'
import { verdictTable, type VerdictRow } from './verdict-table.ts'

/** Findings that a short report shows; all of them are in results.json. */
const blocksShown = 20

/** The report for a terminal. Ends with a plain count that build servers read. */
export function terminalReport(results: Results, options: BlockOptions): string {
  const { paint } = options
  const { suite, run, targets } = results
  const passed = targets.reduce((sum, { totals }) => sum + totals.pass, 0)
  const failed = targets.reduce((sum, { totals }) => sum + totals.fail + totals.error, 0)
  return [
    paint('quiet', `${suite.name} ${suite.version}, run ${run.id}, seed ${run.seed}`),
    '',
    ...targets.flatMap((target) => targetLines(target, results, options)),
    ...section('Where the document and the real service differ', readingLines(results), paint),
    ...section('What this run did not establish', notEstablished(results), paint),
    ...(targets.length < 2 ? [] : [...sideBySide(targets, paint), '']),
    ...targets.map(
      ({ name, verdict }) =>
        `${name} is ${paint(verdict === 'conformant' ? 'good' : 'bad', verdict)}`,
    ),
    `${passed} passed, ${failed} failed`,
    '',
  ].join('\n')
}

const section = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : [paint('strong', title), ...lines.map((line) => `  ${line}`), '']

const targetLines = (
  target: TargetResult,
  { checks, exchanges }: Results,
  options: BlockOptions,
): readonly string[] => {
  const { paint, verbose } = options
  const own = checks.filter((check) => check.target === target.name)
  const findings = findingsOf(own.filter((check) => isShown(check, verbose)))
  const shown = verbose ? findings : findings.slice(0, blocksShown)
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  const byOperation = operationRows(own).filter(({ totals }) => verbose || !allPass(totals))
  const tone: Tone = target.verdict === 'conformant' ? 'good' : 'bad'
  return [
    `${paint('strong', target.name)}  ${target.vendor}  ${target.endpoint}  ${paint(tone, target.verdict)}`,
    '',
    ...verdictTable('axis', axisRows(target), paint),
    '',
    ...repetitionLines(target, own),
    ...(byOperation.length === 0
      ? []
      : [...verdictTable('operation or feature', byOperation, paint), '']),
    ...shown.flatMap((finding) => findingBlock(finding, byId, options)),
    ...(shown.length === findings.length
      ? []
      : [`  … and ${findings.length - shown.length} more findings (--verbose shows all)`, '']),
  ]
}

/** What was waited for, repeated or not read is told where nothing is found, too. */
const repetitionLines = (target: TargetResult, own: readonly CheckResult[]): readonly string[] => {
  const lines = runNotes(target, own).map((note) => `  ${printable(note)}`)
  return lines.length === 0 ? [] : [...lines, '']
}

const isShown = ({ verdict }: CheckResult, verbose: boolean): boolean =>
  verdict === 'fail' || verdict === 'error' || (verbose && verdict === 'warn')

/** Nothing to look at: all of it passes, or is declared absent. */
const allPass = ({ pass, absent, ...others }: VerdictRow['totals']): boolean =>
  pass + absent > 0 && Object.values(others).every((count) => count === 0)

const axisRows = (target: TargetResult): readonly VerdictRow[] =>
  axes.flatMap((axis) => {
    const totals = target.axes[axis]
    return totals === undefined ? [] : [{ name: axis, totals }]
  })

const operationRows = (own: readonly CheckResult[]): readonly VerdictRow[] => {
  const groups = grouped(own, placeOf)
  return [...groups].map(([name, group]) => ({ name, totals: totalsOf(group) }))
}

const placeOf = ({ operation, feature }: CheckResult): string =>
  operation ?? feature ?? 'the protocol'
