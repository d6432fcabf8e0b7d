import { axes, totalsOf, type Verdict } from '../../../suites/verdict/verdict.ts'
import { causesIn } from '../../causes/causes-in.ts'
import { leftBehind, unanswered } from '../../results/not-established.ts'
import { readingLines } from '../../results/readings.ts'
import type { CheckResult, Results, TargetResult } from '../../results/results.ts'
import { runNotes } from '../../results/run-notes.ts'
import { grouped } from '../../text/grouped.ts'
import type { Paint, Tone } from '../../text/paint.ts'
import { printable } from '../../text/printable.ts'
import type { BlockOptions } from './cause-block.ts'
import { causeLines } from './cause-lines.ts'
import { sideBySide } from './side-by-side.ts'
import { verdictTable, type VerdictRow } from './verdict-table.ts'

/** Lines of a short report; all of it is in results.json. */
const linesShown = 60

/** Lines of a section of a short report. */
const sectionLines = 8

/** The report for a terminal. Ends with a plain count that build servers read. */
export function terminalReport(results: Results, options: BlockOptions): string {
  const { verbose, paint } = options
  const { suite, run, targets } = results
  const begin = [
    paint('quiet', `${suite.name} ${suite.version}, run ${run.id}, seed ${run.seed}`),
    '',
  ]
  const end = endLines(results, options)
  const told = causesIn(results).map(({ target, own, causes }) => ({
    head: headLines(target, own, { ...options, alone: targets.length === 1 }),
    causes,
  }))
  const used = begin.length + told.flatMap(({ head }) => head).length + end.length - 1
  const wrong = told.filter(({ causes }) => causes.length > 0).length
  const share = Math.floor((linesShown - used) / Math.max(1, wrong))
  const room = verbose ? Infinity : Math.max(leastRoom, share)
  const byId = new Map(results.exchanges.map((exchange) => [exchange.id, exchange]))
  return [
    ...begin,
    ...told.flatMap(({ head, causes }) => [
      ...head,
      ...causeLines(causes, byId, { ...options, room }),
    ]),
    ...end,
  ].join('\n')
}

/** How every report ends. */
const endLines = (results: Results, options: BlockOptions): readonly string[] => {
  const { targets } = results
  const { paint, verbose } = options
  const open = [...shortened(unanswered(results), verbose), ...leftBehind(results)]
  const readings = shortened(readingLines(results), verbose)
  return [
    ...(targets.length > 1 && !verbose ? [''] : []),
    ...section('Where the document and the real service differ', readings, paint),
    ...section('What this run did not establish', open, paint),
    ...(targets.length < 2 ? [] : [...sideBySide(targets, paint), '']),
    ...targets.map(
      ({ name, verdict }) =>
        `${name} is ${paint(verdict === 'conformant' ? 'good' : 'bad', verdict)}`,
    ),
    countText(targets),
    '',
  ]
}

/** Lines for the causes of a target, however many targets there are. */
const leastRoom = 6

/** How many checks got which verdict; what has nothing is left out, but for what everybody looks for. */
const countText = (targets: readonly TargetResult[]): string => {
  const sum = (...verdicts: readonly Verdict[]): number =>
    targets.reduce(
      (all, { totals }) => all + verdicts.reduce((own, one) => own + totals[one], 0),
      0,
    )
  const others = [
    [sum('warn'), 'warned'],
    [sum('absent'), 'absent'],
    [sum('untestable', 'inconclusive'), 'not established'],
  ] as const
  return [
    `${sum('pass')} passed, ${sum('fail', 'error')} failed`,
    ...others.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])),
  ].join(', ')
}

const shortened = (lines: readonly string[], verbose: boolean): readonly string[] => {
  if (verbose || lines.length <= sectionLines) return lines
  const shown = lines.slice(0, sectionLines - 1)
  return [...shown, `… and ${lines.length - shown.length} more (--verbose shows all)`]
}

const section = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : [paint('strong', title), ...lines.map((line) => `  ${line}`), '']

/** Whose endpoint it is and what it comes to; by axis where no table shows all targets, by operation where all is told. */
const headLines = (
  target: TargetResult,
  own: readonly CheckResult[],
  { paint, verbose, alone }: BlockOptions & { readonly alone: boolean },
): readonly string[] => {
  const tone: Tone = target.verdict === 'conformant' ? 'good' : 'bad'
  return [
    `${paint('strong', target.name)}  ${target.vendor}  ${target.endpoint}  ${paint(tone, target.verdict)}`,
    ...(alone || verbose ? ['', ...verdictTable('axis', axisRows(target), paint), ''] : []),
    ...repetitionLines(target, own),
    ...(verbose ? [...verdictTable('operation or feature', operationRows(own), paint), ''] : []),
  ]
}

/** What was waited for, repeated or not read is told where nothing is found, too. */
const repetitionLines = (target: TargetResult, own: readonly CheckResult[]): readonly string[] => {
  const lines = runNotes(target, own).map((note) => `  ${printable(note)}`)
  return lines.length === 0 ? [] : [...lines, '']
}

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
