import { isLoopback } from '../../suites/client/loopback.ts'
import { exitCodes } from '../problem.ts'
import { preflight, type Obstacle, type PreflightOptions } from './preflight.ts'
import type { RunPlan } from './run-plan.ts'

/** Nothing is sent to an endpoint elsewhere that may be written to, and nothing more to one where nobody is. */
export async function obstacleTo(
  { target }: RunPlan,
  looking: PreflightOptions = {},
): Promise<Obstacle | undefined> {
  const { endpoint, readOnly } = target
  if (endpoint === undefined) return undefined
  if (!readOnly && !isLoopback(new URL(endpoint))) return denialOf(endpoint)
  return preflight(endpoint, looking)
}

const denialOf = (endpoint: string): Obstacle => ({
  exitCode: exitCodes.refused,
  problem: {
    code: 'WRITES_DENIED',
    message: `${endpoint} is not on this machine: nothing is written there`,
    hint: 'add --read-only to ask what reads alone can show',
  },
})
