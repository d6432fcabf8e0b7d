import { isLoopback } from '../../suites/client/loopback.ts'
import { routeOf } from '../../suites/client/target.ts'
import { exitCodes, type Obstacle } from '../problem.ts'
import type { PreflightOptions } from './preflight.ts'
import type { RunPlan, TargetPlan } from './run-plan.ts'

/** Nothing is sent to an endpoint elsewhere that may be written to, and nothing more to one where nobody is. */
export async function obstacleTo(
  { target }: RunPlan,
  options: PreflightOptions = {},
): Promise<Obstacle | undefined> {
  const { endpoint } = target
  if (endpoint === undefined) return undefined
  const denied = await denialOf(target, endpoint)
  if (denied !== undefined) return denied
  // the embedded endpoint needs no look, and no client to look with
  const { preflight } = await import('./preflight.ts')
  return preflight(endpoint, { ...routeOf(target), ...options })
}

const denialOf = async (target: TargetPlan, endpoint: string): Promise<Obstacle | undefined> => {
  if (isLoopback(new URL(endpoint))) return undefined
  if (target.disposable !== true) return target.readOnly ? undefined : writesDenied(endpoint)
  // only who says so waits for the facts of all vendors
  const { disposalDenied } = await import('./disposable.ts')
  return disposalDenied(target)
}

const writesDenied = (endpoint: string): Obstacle => ({
  exitCode: exitCodes.refused,
  problem: {
    code: 'WRITES_DENIED',
    message: `${endpoint} is not on this machine: nothing is written there`,
    hint: 'add --read-only to ask what reads alone can show',
  },
})
