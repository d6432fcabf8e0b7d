import { isLoopback } from '../../suites/client/loopback.ts'
import { routeOf } from '../../suites/client/target.ts'
import { exitCodes, type Obstacle } from '../problem.ts'
import type { PreflightOptions } from './preflight.ts'
import type { RunPlan, TargetPlan } from './run-plan.ts'

/** What somebody is about to do at a target. */
export type Purpose =
  /** writes only by a plan that was agreed to */
  | 'run'
  /** reads, and asks who the credentials are */
  | 'plan'
  /** writes nothing but the undo of a ledger's line */
  | 'sweep'

/**
 * Why nothing is done at a target: off loopback a run that may write needs a plan, and nothing more is sent to an endpoint where
 * nobody is.
 */
export async function obstacleTo(
  { target, agreed }: Pick<RunPlan, 'target' | 'agreed'>,
  { purpose = 'run', ...options }: PreflightOptions & { readonly purpose?: Purpose } = {},
): Promise<Obstacle | undefined> {
  const { endpoint } = target
  if (endpoint === undefined) return undefined
  const unplanned = purpose === 'run' && agreed === undefined
  const denied = await denialOf(target, endpoint, unplanned)
  if (denied !== undefined) return denied
  // the embedded endpoint needs no look, and no client to look with
  const { preflight } = await import('./preflight.ts')
  return preflight(endpoint, { ...routeOf(target), ...options })
}

const denialOf = async (
  target: TargetPlan,
  endpoint: string,
  unplanned: boolean,
): Promise<Obstacle | undefined> => {
  if (isLoopback(new URL(endpoint))) return undefined
  if (target.disposable !== true)
    return target.readOnly ? undefined : writing(target, endpoint, unplanned)
  // only who says so waits for the facts of all vendors
  const { disposalDenied } = await import('./disposable.ts')
  return disposalDenied(target)
}

/** Where any account may call, nobody is proven and nothing is taken back: no plan makes up for that. */
const writing = (
  { accounts }: TargetPlan,
  endpoint: string,
  unplanned: boolean,
): Obstacle | undefined => {
  if (accounts.mode === 'any') return nobodyNamed(endpoint)
  return unplanned ? writesDenied(endpoint) : undefined
}

const nobodyNamed = (endpoint: string): Obstacle => ({
  exitCode: exitCodes.refused,
  problem: {
    code: 'WRITES_DENIED',
    message: `${endpoint} is not on this machine, and any account may call there: nothing is written there that nobody answers for or takes back`,
    hint: 'name its accounts (mode: fixed, or single) and plan a run; what is thrown away says disposable: true; --read-only asks what reads alone can show',
  },
})

const writesDenied = (endpoint: string): Obstacle => ({
  exitCode: exitCodes.refused,
  problem: {
    code: 'WRITES_DENIED',
    message: `${endpoint} is not on this machine: nothing is written there without a plan`,
    hint: 'orgproof plan shows what a run would write, run --plan HASH does no more than that; --read-only asks what reads alone can show',
  },
})
