import { consistencyOf, patienceOf, type Pacing } from '../client/patience.ts'
import type { Target } from '../client/target.ts'

/** What of a target says how quickly it is asked. */
export interface PacedTarget extends Pacing {
  readonly accounts: { readonly mode: Target['accounts']['mode'] }
}

/** A second look where everything is said to be seen at once, and the first one in accounts that were given. */
export const quick = 400
/** What writes take to be seen at the slowest, as far as is known, and half a second more. */
const slow = 2500

/** The paces at which cases are played, from the quickest: milliseconds between a write and what is asked next. */
export function pacesOf(target: PacedTarget): readonly number[] {
  const listing = patienceOf(target).listing * 1000
  if (listing === 0) return [0]
  if (consistencyOf(target) === 'immediate') return [0, quick]
  const paces = [quick, slow, ...(listing > slow ? [listing] : [])]
  // accounts that are not ours are not troubled with what is likely to be in vain
  return target.accounts.mode === 'any' ? [0, ...paces] : paces
}

/** Milliseconds of waiting that one play may take where nobody knows whether it helps. */
export function longestOf(target: PacedTarget): number {
  return Math.max(60_000, 6 * patienceOf(target).listing * 1000)
}

/** So many cases find out whether it is worth to play the others more slowly, */
const scouts = 12
/** and one more of so many that have begun: what the first ones are wrong in may be no lag, and lag may show elsewhere. */
const oneOf = 4

/** How many cases may be played at a pace, of those that have begun, while it has helped nobody. */
export function scoutsAt({ accounts }: PacedTarget, pace: number, begun: number): number {
  // in given accounts nothing goes on while one waits: what takes longer is tried by fewer
  const cost = accounts.mode === 'any' ? 1 : pace / quick
  return scouts + Math.floor(begun / (oneOf * cost))
}
