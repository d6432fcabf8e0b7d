import type { RefusalName } from '../vocabulary/refusal-name.ts'
import type { WireProblem } from './wire.ts'

/** The refusal names that speak of the message alone. */
export type WireProblemName = Extract<RefusalName, `wire.${string}`>

/** A problem of the message; `detail` is for people and holds no secret. */
export function wireProblem(problem: WireProblemName, detail: string): WireProblem {
  return { problem, detail }
}
