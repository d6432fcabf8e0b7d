import { timeIsOver } from '../../suites/client/stop.ts'
import type { RunPlan } from './run-plan.ts'

/** Fires when the time of a run is over; never where it may take as long as it does. */
export function limitOf(
  { target }: Pick<RunPlan, 'target'>,
  after: (milliseconds: number) => AbortSignal,
): AbortSignal {
  const limit = new AbortController()
  if (target.runLimit === undefined) return limit.signal
  const over = after(target.runLimit * 1000)
  const end = (): void => limit.abort(timeIsOver)
  if (over.aborted) end()
  else over.addEventListener('abort', end, { once: true })
  return limit.signal
}

/** What may end a run before it is through, and whether it did. */
export interface RunEnds {
  readonly interruption: AbortSignal
  readonly limit: AbortSignal
  readonly enough: AbortSignal
}

/** The one that counts: whoever stops a run is told so, whatever else comes to pass while it ends. */
export function cutOf({ interruption, limit, enough }: RunEnds): AbortSignal | undefined {
  return [interruption, limit, enough].find(({ aborted }) => aborted)
}
