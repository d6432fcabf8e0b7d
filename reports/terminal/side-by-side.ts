import { axes, type Axis, type Totals, type Verdict } from '../../suites/verdict/verdict.ts'
import type { TargetResult } from '../results/results.ts'
import type { Paint, Tone } from '../text/paint.ts'

interface Cell {
  readonly text: string
  readonly tone: Tone
}

/** From what hurts most to what hurts least; the first that occurs is what a cell says. */
const worst: readonly (readonly [Verdict, Tone])[] = [
  ['fail', 'bad'],
  ['error', 'bad'],
  ['inconclusive', 'soft'],
  ['untestable', 'soft'],
  ['warn', 'soft'],
  ['pass', 'good'],
  ['absent', 'quiet'],
]

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
  const found = counts && worst.find(([verdict]) => counts[verdict] > 0)
  if (counts === undefined || found === undefined) return { text: '·', tone: 'quiet' }
  const [verdict, tone] = found
  return { text: `${counts[verdict]} ${verdict}`, tone }
}

const verdictCell = ({ verdict }: TargetResult): Cell => ({
  text: verdict,
  tone: verdict === 'conformant' ? 'good' : 'bad',
})
