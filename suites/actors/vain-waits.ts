import { shortWait, type Awaited, type Waiting } from './waiting.ts'

/** What a case waited for in vain when it was played before, and for how many milliseconds. */
export type VainWaits = ReadonlyMap<string, number>

/** The waiting of one play of a case. */
export interface PlayWaiting {
  readonly waiting: Waiting
  /** what was waited for in vain until now, in this play or an earlier one */
  readonly vain: () => VainWaits
}

/**
 * A waiting that remembers: what an earlier play waited for in vain is looked at once and counts as run out, and nothing
 * else is waited for that long any more. So all plays of a case take one patience, and not much more.
 */
export function waitingAgain(shared: Waiting, before: VainWaits): PlayWaiting {
  const vain = new Map(before)
  const limits = new Map<string, number>()
  return {
    waiting: {
      ...shared,
      ranOut: (awaited) => before.get(keyOf(awaited)),
      limit: (awaited) => {
        const most = shared.limit(awaited)
        const limit = before.size === 0 ? most : Math.min(most, shortWait)
        limits.set(keyOf(awaited), limit)
        return limit
      },
      ended: (awaited, settled) => {
        const key = keyOf(awaited)
        if (!settled) vain.set(key, before.get(key) ?? limits.get(key) ?? 0)
        // that it did not come about where it was hardly waited for teaches nobody
        if (settled || before.size === 0) shared.ended(awaited, settled)
      },
    },
    vain: () => vain,
  }
}

const keyOf = ({ kind, what }: Awaited): string => `${kind}: ${what}`
