import { uniqueCitations } from '../../specs/contract/citation.ts'
import { axes, bySeverity, severity, verdicts, type Axis } from '../../suites/verdict/verdict.ts'
import { grouped } from '../text/grouped.ts'
import type { Counts, CountsByAxis, EndpointCell } from './matrix.ts'
import type { Observed } from './source.ts'

/** How bad a cell is, from 0 for one that passes or was never asked; the higher the worse. */
export function severityOf({ verdict = 'pass' }: Pick<EndpointCell, 'verdict'>): number {
  return severity(verdict)
}

/** What the checks of one row come to at one endpoint; undefined when none of them was asked. */
export function endpointCell(observed: readonly Observed[]): EndpointCell | undefined {
  const worst = bySeverity.findLast((verdict) => observed.some((one) => one.verdict === verdict))
  if (worst === undefined) return undefined
  const found = worst === 'pass' ? [] : observed.filter(({ verdict }) => verdict === worst)
  return {
    verdict: worst,
    axes: countsByAxis(observed),
    citations: uniqueCitations(found.flatMap(({ citations }) => citations)),
  }
}

/** Verdicts counted side by side by axis. */
export function countsByAxis(observed: readonly Observed[]): CountsByAxis {
  const groups = grouped(observed, ({ axis = 'older' }) => axis)
  const order: readonly (Axis | 'older')[] = [...axes, 'older']
  return Object.fromEntries(
    order.flatMap((axis) => {
      const group = groups.get(axis)
      return group === undefined ? [] : [[axis, countsOf(group)]]
    }),
  )
}

const countsOf = (observed: readonly Observed[]): Counts =>
  Object.fromEntries(
    verdicts.flatMap((verdict) => {
      const own = observed.filter((one) => one.verdict === verdict)
      const count = own.reduce((sum, { times = 1 }) => sum + times, 0)
      return count === 0 ? [] : [[verdict, count]]
    }),
  )
