import {
  axes,
  bySeverity,
  type Axis,
  type Totals,
  type Verdict,
} from '../../../suites/verdict/verdict.ts'
import type { TargetResult } from '../../results/results.ts'
import type { Paint, Tone } from '../../text/paint.ts'
import { tones } from './verdict-table.ts'

interface Cell {
  readonly text: string
  readonly tone: Tone
}

/** All targets of a run in one table: a line each, a column per axis, the verdict at the end. */
export function sideBySide(targets: readonly TargetResult[], paint: Paint): readonly string[] {
  const asked = axes.filter((axis) => targets.some((target) => target.axes[axis] !== undefined))
  const rows = targets.map((target) => ({
    name: target.name,
    cells: [...asked.map((axis) => cellOf(target, axis)), verdictCell(target)],
  }))
  const headings = [...asked, 'verdict']
  const first = Math.max(...targets.map(({ name }) => name.length))
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map(({ cells }) => cells[column]?.text.length ?? 0)),
  )
  const head = headings.map((heading, column) => heading.padEnd(widths[column] ?? 0))
  return [
    paint('quiet', `  ${[' '.repeat(first), ...head].join('  ')}`.trimEnd()),
    ...rows.map(({ name, cells }) => {
      const painted = cells.map(({ text, tone }, column) =>
        paint(tone, text.padEnd(widths[column] ?? 0)),
      )
      return `  ${[name.padEnd(first), ...painted].join('  ')}`.trimEnd()
    }),
  ]
}

const cellOf = ({ axes: totals }: TargetResult, axis: Axis): Cell => {
  const counts: Totals | undefined = totals[axis]
  const verdict = counts && worstOf(counts)
  if (counts === undefined || verdict === undefined) return { text: '·', tone: 'quiet' }
  return { text: `${counts[verdict]} ${verdict}`, tone: tones[verdict] }
}

/** The worst verdict that occurs; that something is absent is worth a word only where nothing passes. */
const worstOf = (counts: Totals): Verdict | undefined =>
  bySeverity.findLast(
    (verdict) => counts[verdict] > 0 && (verdict !== 'absent' || counts.pass === 0),
  )

const verdictCell = ({ verdict }: TargetResult): Cell => ({
  text: verdict,
  tone: verdict === 'conformant' ? 'good' : 'bad',
})
