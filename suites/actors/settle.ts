import type { Patience } from '../client/patience.ts'
import { NotSettled } from '../verdict/cannot-go-on.ts'
import { given, type Outcome } from '../verdict/outcome.ts'
import type { Refused } from './effect.ts'
import type { Waiting } from './waiting.ts'

/** Something that settles by itself: how to look, and when it is settled. */
export interface Settling<T> {
  /** the same whenever a case is played */
  readonly what: string
  /** which of several it is */
  readonly id?: string
  readonly look: () => Promise<Outcome<T>>
  readonly until: (value: T) => boolean
  /** whose patience it takes: `listing` unless said */
  readonly patience?: keyof Patience
  /** what it was last seen to be counts where it does not settle: that it does not is a finding */
  readonly lastCounts?: true
  /** whether a refusal says that there is nothing to be seen yet: it may for as long as a listing lags */
  readonly unseen?: (refused: Refused) => boolean
}

/** The first waits between looks, in milliseconds; then they stay at the longest. */
const firstWaits = [0, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120]
const longestWait = 10_000

/**
 * The settled value. Throws `NotSettled` when it does not settle in time and what was seen last does not count, `PrerequisiteMissing` when it can not be seen.
 */
export async function settle<T>(settling: Settling<T>, waiting: Waiting): Promise<T> {
  const { look, until } = settling
  const { awaited, limit, appearing, told } = limitsOf(settling, waiting)
  let waited = 0
  let last: { readonly value: T } | undefined
  for (const wait of waitsUpTo(limit)) {
    if (wait > 0) await waiting.pause(wait)
    waited += wait
    waiting.waited(awaited, waited)
    const outcome = await look()
    if (isUnseen(settling, outcome) && waited < appearing) continue
    const value = given(outcome)
    last = { value }
    if (!until(value)) continue
    waiting.ended(awaited, true)
    return value
  }
  waiting.ended(awaited, false)
  return unsettled(settling, told, last)
}

/** How many milliseconds it is waited for, and for as long as there may be nothing to be seen; what is told of it. */
const limitsOf = <T>({ what, patience = 'listing' }: Settling<T>, waiting: Waiting) => {
  const awaited = { kind: patience, what }
  const ranOut = waiting.ranOut(awaited)
  const limit = ranOut === undefined ? waiting.limit(awaited) : 0
  const appearing = ranOut ?? waiting.limit({ kind: 'listing', what })
  return { awaited, limit, appearing, told: ranOut ?? limit }
}

/** What it comes to that the patience of so many milliseconds ran out. */
const unsettled = <T>(
  { what, id, patience = 'listing', lastCounts }: Settling<T>,
  limit: number,
  last: { readonly value: T } | undefined,
): T => {
  if (lastCounts === true && last !== undefined) return last.value
  const named = id === undefined ? what : `${what} ${id}`
  const seconds = `the patience for ${patience} is ${limit / 1000} s`
  throw new NotSettled(`${named} has not settled: ${seconds}`)
}

const isUnseen = <T>({ unseen }: Settling<T>, outcome: Outcome<T>): boolean =>
  outcome.kind === 'refused' && unseen?.(outcome) === true

/** Waits that grow; together they are as long as the limit. */
function* waitsUpTo(limit: number): Generator<number> {
  const waits = firstWaits.values()
  let waited = 0
  do {
    const wait = Math.min(waits.next().value ?? longestWait, limit - waited)
    waited += wait
    yield wait
  } while (waited < limit)
}
