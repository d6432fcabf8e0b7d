import type { TargetedKeyboardEvent, VNode } from 'preact'
import { useMemo, useRef } from 'preact/hooks'

import { usePage } from './context.ts'
import { coverageOf, type Cell, type CoverageRow } from './coverage-of.ts'
import { countsText, outcomeText, outcomes } from './outcome.ts'
import { everything } from './route.ts'
import { Sign } from './sign.tsx'
import { visible } from './visible.ts'

/** What was asked of which operation on which axis, and what came of it, as a picture whose cells filter the list. */
export function Coverage(): VNode {
  const { report, target } = usePage()
  const rows = useMemo(() => {
    const own = report.checks.filter((check) => check.target === target)
    return coverageOf(own, report.axes)
  }, [report, target])
  return (
    <section id="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">Coverage</h2>
      <p class="quiet" id="coverage-about">
        The worst of each operation on each axis, with how many checks came to it. A cell lists its checks; arrow keys
        go from cell to cell.
      </p>
      <ul class="legend" aria-label="Signs">
        {outcomes.map((outcome) => (
          <li key={outcome}>
            <Sign outcome={outcome} /> {outcomeText[outcome]}
          </li>
        ))}
      </ul>
      <Grid rows={rows} />
    </section>
  )
}

const Grid = ({ rows }: { readonly rows: readonly CoverageRow[] }): VNode => {
  const { report } = usePage()
  const grid = useRef<HTMLDivElement>(null)
  const first = rows[0]?.cells.find(({ worst }) => worst !== undefined)
  return (
    <div
      class="grid"
      role="grid"
      aria-labelledby="coverage-title"
      aria-describedby="coverage-about"
      ref={grid}
      onKeyDown={(event) => moveIn(grid.current, event)}
    >
      <div class="line head" role="row">
        <span role="columnheader" class="corner">
          operation
        </span>
        {report.axes.map((axis) => (
          <span key={axis} role="columnheader" class="axis">
            {axis}
          </span>
        ))}
      </div>
      {rows.map(({ where, cells }) => (
        <div key={where} class="line" role="row">
          <span role="rowheader">{visible(where)}</span>
          {cells.map((cell) => (
            <GridCell key={cell.axis} where={where} cell={cell} first={cell === first} />
          ))}
        </div>
      ))}
    </div>
  )
}

interface GridCellParts {
  readonly where: string
  readonly cell: Cell
  /** where the keyboard enters the picture */
  readonly first: boolean
}

const GridCell = ({ where, cell, first }: GridCellParts): VNode => {
  const { links } = usePage()
  const { axis, counts, worst } = cell
  if (worst === undefined) return <span role="gridcell" class="cell nothing" />
  return (
    <span role="gridcell" class="cell">
      <a
        class={worst}
        href={links.filter({ ...everything, where, axis })}
        tabIndex={first ? 0 : -1}
        title={countsText(counts)}
        aria-label={`${where}, ${axis}: ${countsText(counts)}`}
      >
        <Sign outcome={worst} />
        <span>{counts[worst]}</span>
      </a>
    </span>
  )
}

/** How far each key goes: down, and to the right. */
const steps: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** Goes to the next cell that has something in it. The picture is one stop of the tabulator: the one that was left last. */
const moveIn = (grid: HTMLElement | null, event: TargetedKeyboardEvent<HTMLElement>): void => {
  const step = steps[event.key]
  const from = (event.target as HTMLElement).closest<HTMLElement>('.cell')
  if (step === undefined || from === null || grid === null) return
  event.preventDefault()
  const lines = [...grid.querySelectorAll('.line:not(.head)')].map((line) => [
    ...line.querySelectorAll('.cell'),
  ])
  let row = lines.findIndex((cells) => cells.includes(from))
  let column = lines[row]?.indexOf(from) ?? 0
  let next: HTMLElement | null | undefined
  do {
    row += step[0]
    column += step[1]
    next = lines[row]?.[column]?.querySelector('a')
  } while (next === null)
  if (next === undefined) return
  const left = from.querySelector('a')
  if (left) left.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}
