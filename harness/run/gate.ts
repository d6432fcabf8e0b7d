import type { Baseline } from '../../reports/results/baseline.ts'
import { compareBaseline, isWorse } from '../../reports/results/compare-baseline.ts'
import { differenceText } from '../../reports/results/difference-text.ts'
import type { Results } from '../../reports/results/results.ts'
import { paintIn, type Paint } from '../../reports/text/paint.ts'

/** How a run stands against a baseline, and what there is to say of it. */
export interface Gate {
  readonly state: 'open' | 'shut' | 'not comparable'
  readonly text: string
}

/** Holds a run against a baseline: only what is worse shuts the gate. The text is plain unless painted. */
export function gateOf(results: Results, baseline: Baseline, paint: Paint = paintIn(false)): Gate {
  try {
    const differences = compareBaseline(results, baseline)
    const state = differences.some(isWorse) ? 'shut' : 'open'
    return { state, text: differenceText(differences, paint) }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { state: 'not comparable', text }
  }
}
