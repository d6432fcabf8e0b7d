import { histories } from './histories.ts'
import type { Broken } from './invariant.ts'
import type { Step, StepInvariant } from './step.ts'
import { writes } from './writes.ts'

/** What must be so of whatever anybody says. */
export const stepInvariants: readonly StepInvariant[] = [...writes, ...histories]

/** What is wrong with a step, however sound the worlds before and after it are. */
export function brokenByStep(step: Step): readonly Broken[] {
  return stepInvariants.flatMap(({ invariant, flaws }) =>
    flaws(step).map((what) => ({ invariant, what })),
  )
}
