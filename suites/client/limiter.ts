import { backoffFor, type Backoff } from './backoff.ts'
import { openRate, type RateParts, type Turn } from './rate.ts'
import { openSwamp } from './swamp.ts'
import type { Target } from './target.ts'

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
  /** waits until the target's rate lets a request go that is no try of a call */
  readonly turn: Turn
  /** nothing but busy answers comes any more, whatever is asked */
  readonly isSwamped: () => boolean
  /** milliseconds after which it counts as swamped, as long as it has never been anything but busy */
  readonly leftAtFirst: () => number
}

/** What a limiter goes by. */
export interface LimiterParts {
  /** calls at once */
  readonly most: number
  readonly backoff: Backoff
  readonly now: () => number
  /** keeps the target's rate */
  readonly turn: Turn
}

/**
 * A limiter of at most `most` calls at once. A busy answer halves the number, once for all calls that were on their way
 * together; answers bring it back one by one. Whatever there is room for goes at the target's rate.
 */
export function openLimiter({ most, backoff, now, turn }: LimiterParts): Limiter {
  const turns = openTurns()
  const swamp = openSwamp(backoff, now)
  let room = most
  let since = 0
  const slower = (): void => {
    since += 1
    if (since < room) return
    room = Math.max(1, room / 2)
    since = 0
  }
  const faster = (): void => {
    swamp.answered()
    room = Math.min(most, room + 1 / room)
    turns.go(room)
  }
  const inTurn =
    <T>(work: () => Promise<T>) =>
    async (): Promise<T> => {
      await turn()
      return work()
    }
  return {
    turn,
    leftAtFirst: swamp.leftAtFirst,
    isSwamped: swamp.isOver,
    begin: (operation) => {
      const heardBusy = swamp.begin(operation)
      return {
        send: (work) => turns.take(() => room, inTurn(work)),
        heard: (busy) => {
          if (!busy) return faster()
          slower()
          heardBusy()
        },
      }
    },
  }
}

/** The limiter of a target, by its own numbers. */
export function limiterFor(
  target: Pick<Target, 'endpoint' | 'concurrency' | 'rate'>,
  { now, pause }: Pick<RateParts, 'now' | 'pause'>,
): Limiter {
  const turn = openRate({ rate: target.rate, now, pause })
  return openLimiter({ most: target.concurrency, backoff: backoffFor(target), now, turn })
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
