import type { Connection } from '../../suites/client/connection.ts'
import type { Pause } from '../../suites/client/stop.ts'

/** A time of its own for a suite and the endpoint that it asks: no wait of the suite takes any time of the wall's. */
export interface SharedClock {
  /** milliseconds since 1970-01-01T00:00Z; they pass only in pauses */
  readonly now: () => number
  /** Ends when everybody waits and this is the earliest end of all waits, so that whoever works loses no time. */
  readonly pause: Pause
  /** the same line, while whose exchanges no time passes */
  readonly watching: (connection: Connection) => Connection
}

/** Somebody who waits. */
interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

/** Turns of the event loop in which nothing was begun, after which everybody waits: signing takes some of them. */
const quietTurns = 5

/** Opens a clock that stands at `start`, in milliseconds since 1970-01-01T00:00Z. */
export function openSharedClock(start: number): SharedClock {
  let now = start
  let working = 0
  let quiet = 0
  let looking = false
  const sleepers = new Set<Sleeper>()
  const look = (): void => {
    looking = false
    // the end of an exchange looks again
    if (working > 0 || sleepers.size === 0) return
    quiet += 1
    if (quiet > quietTurns) {
      now = Math.max(now, earliest(sleepers))
      for (const sleeper of sleepers) if (sleeper.until <= now) sleeper.wake()
      quiet = 0
    }
    lookLater()
  }
  const lookLater = (): void => {
    if (looking) return
    looking = true
    setImmediate(look)
  }
  const noticed = (): void => {
    quiet = 0
    lookLater()
  }
  return {
    now: () => now,
    pause: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        const sleeper = { until: now + milliseconds, wake }
        if (signal?.aborted === true) return resolve()
        signal?.addEventListener('abort', wake, { once: true })
        sleepers.add(sleeper)
        noticed()
      }),
    watching: ({ send, close }) => ({
      send: async (message, signal) => {
        working += 1
        try {
          return await send(message, signal)
        } finally {
          working -= 1
          noticed()
        }
      },
      close,
    }),
  }
}

const earliest = (sleepers: ReadonlySet<Sleeper>): number =>
  Math.min(...[...sleepers].map(({ until }) => until))
