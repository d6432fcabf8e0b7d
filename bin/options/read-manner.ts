import type { Problem } from '../../harness/problem.ts'
import type { RunManner } from '../../harness/run/run-plan.ts'
import { readWhole } from './numbers.ts'
import { spoken, type RunOptions } from './run-options.ts'

/** How a run is to go about what it asks, and what is wrong with how that was said. */
export interface MannerReading {
  readonly manner: RunManner
  readonly problems: readonly Problem[]
}

/** Reads how a run is to go about what it asks. */
export function readManner(options: RunOptions): MannerReading {
  const { failFast, evidence, pseudonymise } = options
  const switched = {
    ...(evidence === true && { evidence }),
    ...(pseudonymise === true && { pseudonymise }),
  }
  if (failFast === undefined) return { manner: switched, problems: [] }
  const most = readWhole(spoken(options, 'failFast'), failFast, [1, 1_000_000])
  if ('problem' in most) return { manner: switched, problems: [most.problem] }
  return { manner: { ...switched, failFast: most.value }, problems: [] }
}
