import { coverageTotals, type CoverageRow, type CoverageTotals } from './coverage.ts'

/**
 * A coverage as a Markdown table, one row per rule: id, level, rule, and which checks establish it, what
 * is missing, or why nothing can. Ends with a line break.
 */
export function coverageMarkdown(title: string, rows: readonly CoverageRow[]): string {
  const lines = rows.map((row) =>
    [row.id, row.level, row.rule, evidenceOf(row)].map(cell).join(' | '),
  )
  return [
    `## ${title}`,
    '',
    sentenceOf(coverageTotals(rows)),
    '',
    '| Rule | Level | In our words | Established by |',
    '|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n')
}

/** A coverage for a terminal: the totals, then each rule with what stands beside it, gaps marked. */
export function coverageText(title: string, rows: readonly CoverageRow[]): string {
  const width = Math.max(0, ...rows.map(({ id }) => id.length))
  const marks = { tested: ' ', gap: '!', untestable: '-' } as const
  const lines = rows.flatMap((row) => [
    `${marks[row.state]} ${row.id.padEnd(width)}  ${row.level.padEnd(6)}  ${row.rule}`,
    `  ${' '.repeat(width)}          ${evidenceOf(row)}`,
  ])
  return [title, sentenceOf(coverageTotals(rows)), '', ...lines, ''].join('\n')
}

const sentenceOf = ({ tested, gap, untestable }: CoverageTotals): string =>
  `${tested + gap + untestable} rules: ${tested} tested, ${untestable} that no check can establish, ${gap} gaps.`

const evidenceOf = ({ state, checks, unmatched, notTested }: CoverageRow): string => {
  if (state === 'gap') return `gap: no check ${unmatched.join(', ') || 'is named'}`
  if (state === 'untestable') return `not tested: ${notTested ?? ''}`
  const shown = checks.slice(0, most).join(', ')
  return checks.length > most ? `${shown} and ${checks.length - most} more` : shown
}

/** So many ids are shown of a rule; a glob may stand for hundreds. */
const most = 3

/** A vertical bar ends a cell, wherever it stands. */
const cell = (text: string): string => text.replaceAll('|', '\\|')
