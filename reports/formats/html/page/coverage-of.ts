import type { Axis } from '../../../../suites/verdict/verdict.ts'
import { grouped } from '../../../text/grouped.ts'
import { outcomes, type Counts, type Outcome } from './outcome.ts'
import type { Check } from './report.ts'

/** What the checks of one operation came to on one axis. */
export interface Cell {
  readonly axis: Axis
  readonly counts: Counts
  /** the worst of it; nothing was asked where there is none */
  readonly worst: Outcome | undefined
}

/** An operation, or a feature where there is none, with a cell for each axis. */
export interface CoverageRow {
  readonly where: string
  readonly cells: readonly Cell[]
}

/** The picture of what was asked where: operations by name, then what belongs to none. */
export function coverageOf(
  checks: readonly Check[],
  axes: readonly Axis[],
): readonly CoverageRow[] {
  const rows = [...grouped(checks, ({ where }) => where)]
  return rows
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([where, own]) => {
      const byAxis = grouped(own, ({ axis }) => axis)
      return { where, cells: axes.map((axis) => cellOf(axis, byAxis.get(axis) ?? [])) }
    })
}

const cellOf = (axis: Axis, checks: readonly Check[]): Cell => {
  const counts: Record<Outcome, number> = { failed: 0, warned: 0, open: 0, passed: 0, absent: 0 }
  for (const { outcome } of checks) counts[outcome] += 1
  return { axis, counts, worst: outcomes.find((outcome) => counts[outcome] > 0) }
}
