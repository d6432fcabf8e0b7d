import type { VNode } from 'preact'
import { useMemo, useRef } from 'preact/hooks'

import { usePage } from './context.ts'
import { coverageOf, type Cell, type CoverageRow } from './coverage-of.ts'
import { moveInGrid } from './move-in-grid.ts'
import { countsText, outcomeText, outcomes, type Counts } from './outcome.ts'
import type { Check } from './report.ts'
import { everything } from './route.ts'
import { Sign } from './sign.tsx'
import { useLater } from './use-later.ts'
import { visible } from './visible.ts'

/** What was asked of which operation on which axis, and what came of it, as a picture whose cells filter the list. */
export function Coverage({ own }: { readonly own: readonly Check[] }): VNode {
  const { report } = usePage()
  const later = useLater()
  const rows = useMemo(() => (later ? coverageOf(own, report.axes) : []), [report, own, later])
  return (
    <section id="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">Coverage</h2>
      <p class="quiet" id="coverage-about">
        The worst of each operation on each axis, with how many checks came to it. A cell lists its
        checks; arrow keys go from cell to cell.
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
      onKeyDown={(event) => moveInGrid(grid.current, event)}
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
        style={{ backgroundImage: stripOf(counts) }}
        aria-label={`${where}, ${axis}: ${countsText(counts)}`}
      >
        <Sign outcome={worst} />
        <span>{counts[worst]}</span>
      </a>
    </span>
  )
}

/** The shares of a cell as a strip: each outcome a stretch of its colour. */
const stripOf = (counts: Counts): string => {
  const all = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  let from = 0
  const stretches = outcomes.map((outcome) => {
    const to = from + (100 * counts[outcome]) / all
    const stretch = `var(--${outcome}) ${from}% ${to}%`
    from = to
    return stretch
  })
  return `linear-gradient(90deg, ${stretches.join(', ')})`
}
