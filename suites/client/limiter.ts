import type { Backoff } from './backoff.ts'

/** One call, told how each of its tries went. */
export interface LimitedCall {
  /** sends when there is room */
  readonly send: <T>(work: () => Promise<T>) => Promise<T>
  /** says whether the answer was that the endpoint is busy */
  readonly heard: (busy: boolean) => void
}

/** Lets fewer calls go on at once while the endpoint is busy; shared by all clients of an endpoint. */
export interface Limiter {
  readonly begin: (operation: string) => LimitedCall
  /** nothing but busy answers comes any more, whatever is asked */
  readonly isSwamped: () => boolean
  /** milliseconds after which it counts as swamped, as long as it has never been anything but busy */
  readonly leftAtFirst: () => number
}

/** So many busy answers in a row, to more than one operation, before an endpoint counts as swamped. */
const swamped = 20

/** Milliseconds for which an endpoint may be busy before it has answered anything else; later on it is given more. */
const busyAtFirst = 40_000

/**
 * A limiter of at most `most` calls at once. A busy answer halves the number, once for all calls that were on their way
 * together; answers bring it back one by one.
 */
export function openLimiter(most: number, { hopeless }: Backoff, now: () => number): Limiter {
  const turns = openTurns()
  let room = most
  let since = 0
  // how many times the endpoint has been something else than busy, and how many busy answers came since
  let spell = 0
  let inARow = 0
  let over = false
  let began: number | undefined
  const leftAtFirst = (): number => {
    if (spell > 0) return Number.POSITIVE_INFINITY
    return Math.max(0, (began ??= now()) + busyAtFirst - now())
  }
  const refusing = new Set<string>()
  const slower = (): void => {
    inARow += 1
    since += 1
    if (since < room) return
    room = Math.max(1, room / 2)
    since = 0
  }
  const faster = (): void => {
    spell += 1
    inARow = 0
    over = false
    refusing.clear()
    room = Math.min(most, room + 1 / room)
    turns.go(room)
  }
  return {
    leftAtFirst,
    isSwamped: () => over,
    begin: (operation) => {
      let seen = { spell, tries: 0 }
      return {
        send: (work) => turns.take(() => room, work),
        heard: (busy) => {
          if (!busy) return faster()
          slower()
          refusing.add(operation)
          seen = { spell, tries: seen.spell === spell ? seen.tries + 1 : 1 }
          over ||= seen.tries >= hopeless && inARow >= swamped && refusing.size > 1
          over ||= leftAtFirst() === 0
        },
      }
    },
  }
}

interface Turns {
  readonly take: <T>(room: () => number, work: () => Promise<T>) => Promise<T>
  /** lets those that wait go on where there is room now */
  readonly go: (room: number) => void
}

const openTurns = (): Turns => {
  const waiting: (() => void)[] = []
  let going = 0
  const go = (room: number): void => {
    while (going < Math.floor(room) && waiting.length > 0) {
      going += 1
      waiting.shift()?.()
    }
  }
  return {
    go,
    take: async (room, work) => {
      const turn = new Promise<void>((resolve) => waiting.push(resolve))
      go(room())
      await turn
      try {
        return await work()
      } finally {
        going -= 1
        go(room())
      }
    },
  }
}
