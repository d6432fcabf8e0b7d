import { causesIn } from '../../causes/causes-in.ts'
import { leftBehind, unanswered } from '../../results/not-established.ts'
import { readingLines } from '../../results/readings.ts'
import type { Results, TargetResult } from '../../results/results.ts'
import { runNotes } from '../../results/run-notes.ts'
import { markdownTable } from '../../text/markdown-table.ts'
import { cellMarkdown, codeMarkdown, inlineMarkdown } from '../../text/markdown.ts'
import { causeSections } from './cause-sections.ts'
import { fitting } from './fitting.ts'

/** Bytes of a summary at most: GitHub refuses one of more than 1 MiB, and others may write to the same. */
export const summaryLimit = 1_000_000

/** Lines of a section that are no findings. */
const linesShown = 50

/**
 * The summary of a job in Markdown: the verdicts, then what to mend first, in the order of the causes, then what the run
 * did not establish. Of very many findings the first ones, in no more than `summaryLimit` bytes.
 */
export function summaryMarkdown(results: Results): string {
  const { targets, exchanges } = results
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  const head = headLines(results)
  const end = endLines(results)
  const room = summaryLimit - sizeOf([...head, ...end])
  const share = Math.floor(room / Math.max(1, targets.length))
  const found = causesIn(results).flatMap(({ target, own, causes }) => {
    const sections = [notesSection(target, own), ...causeSections(target, causes, byId)]
    return fitting(sections, share)
  })
  return `${[...head, ...found, ...end].join('\n').trimEnd()}\n`
}

const sizeOf = (lines: readonly string[]): number => Buffer.byteLength(lines.join('\n')) + 2

const headLines = ({ targets }: Results): readonly string[] => {
  const [only] = targets
  const title = targets.length === 1 && only !== undefined ? verdictText(only) : 'orgproof'
  return [
    `# ${inlineMarkdown(title)}`,
    '',
    ...markdownTable(
      ['target', 'API', 'verdict', 'passed', 'failed', 'warned', 'absent', 'not established'],
      targets.map((target) => [
        ...[target.name, target.vendor, target.verdict].map(cellMarkdown),
        ...countsOf(target),
      ]),
    ),
  ]
}

const verdictText = ({ name, verdict }: TargetResult): string => `${name} is ${verdict}`

const countsOf = ({ totals }: TargetResult): readonly string[] => {
  const { pass, fail, error, warn, absent, untestable, inconclusive } = totals
  return [pass, fail + error, warn, absent, untestable + inconclusive].map((count) =>
    count.toLocaleString('en'),
  )
}

/** What was waited for, repeated or not read. */
const notesSection = (target: TargetResult, own: Results['checks']): readonly string[] => {
  const notes = runNotes(target, own)
  return notes.length === 0 ? [] : [...notes.map(item), '']
}

const endLines = (results: Results): readonly string[] => {
  const { suite, run } = results
  const asked = `${suite.name} ${suite.version}, run ${run.id}, seed ${run.seed}`
  return [
    ...section('Where the document and the real service differ', readingLines(results)),
    ...section('What this run did not establish', unanswered(results)),
    ...section('What is left behind', leftBehind(results)),
    `${codeMarkdown(asked)}; everything is in ${codeMarkdown('results.json')}.`,
  ]
}

const section = (title: string, lines: readonly string[]): readonly string[] => {
  if (lines.length === 0) return []
  const rest = lines.length - linesShown
  const more = rest > 0 ? [`and ${rest} more`] : []
  return [`## ${title}`, '', ...[...lines.slice(0, linesShown), ...more].map(item), '']
}

const item = (text: string): string => `- ${inlineMarkdown(text)}`
