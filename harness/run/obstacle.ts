import { isLoopback } from '../../suites/client/loopback.ts'
import { routeOf } from '../../suites/client/target.ts'
import { exitCodes } from '../problem.ts'
import type { Obstacle, PreflightOptions } from './preflight.ts'
import type { RunPlan } from './run-plan.ts'

/** Nothing is sent to an endpoint elsewhere that may be written to, and nothing more to one where nobody is. */
export async function obstacleTo(
  { target }: RunPlan,
  options: PreflightOptions = {},
): Promise<Obstacle | undefined> {
  const { endpoint, readOnly } = target
  const route = routeOf(target)
  if (endpoint === undefined) return undefined
  if (!readOnly && !isLoopback(new URL(endpoint))) return writesDenied(endpoint)
  // the embedded endpoint needs no look, and no client to look with
  const { preflight } = await import('./preflight.ts')
  return preflight(endpoint, { ...route, ...options })
}

const writesDenied = (endpoint: string): Obstacle => ({
  exitCode: exitCodes.refused,
  problem: {
    code: 'WRITES_DENIED',
    message: `${endpoint} is not on this machine: nothing is written there`,
    hint: 'add --read-only to ask what reads alone can show',
  },
})
