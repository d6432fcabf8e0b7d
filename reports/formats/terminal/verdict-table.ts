import { verdicts, type Totals, type Verdict } from '../../../suites/verdict/verdict.ts'
import type { Paint, Tone } from '../../text/paint.ts'

/** One line of a table: what is counted, and how many checks got each verdict. */
export interface VerdictRow {
  readonly name: string
  readonly totals: Totals
}

/** How each verdict is painted. */
export const tones: Readonly<Record<Verdict, Tone>> = {
  pass: 'good',
  fail: 'bad',
  warn: 'soft',
  absent: 'quiet',
  untestable: 'soft',
  inconclusive: 'soft',
  error: 'bad',
}

/** A table of verdict counts, one line per row; zeroes are dots, so that what is there stands out. */
export function verdictTable(
  heading: string,
  rows: readonly VerdictRow[],
  paint: Paint,
): readonly string[] {
  const width = Math.max(heading.length, ...rows.map(({ name }) => name.length))
  const head = [
    heading.padEnd(width),
    ...verdicts.map((verdict) => verdict.padStart(columnOf(verdict))),
  ]
  const lines = rows.map(({ name, totals }) => {
    const cells = verdicts.map((verdict) => {
      const text = (totals[verdict] === 0 ? '·' : String(totals[verdict])).padStart(
        columnOf(verdict),
      )
      return paint(totals[verdict] === 0 ? 'quiet' : tones[verdict], text)
    })
    return `  ${[name.padEnd(width), ...cells].join('  ')}`
  })
  return [paint('quiet', `  ${head.join('  ')}`), ...lines]
}

const columnOf = (verdict: Verdict): number => Math.max(verdict.length, 5)
