import type { Backoff } from './backoff.ts'

/** Whether an endpoint is anything but busy. */
export interface Swamp {
  /** nothing but busy answers comes any more, whatever is asked */
  readonly isOver: () => boolean
  /** milliseconds after which that is so, as long as it has never been anything but busy */
  readonly leftAtFirst: () => number
  /** it was something else than busy */
  readonly answered: () => void
  /** begins a call, and hears each time that it is told to come again */
  readonly begin: (operation: string) => () => void
}

/** Why nothing is sent any more, in words for people. */
export const isBusy =
  'the endpoint is busy: nothing else was answered for as long as the suite waits'

/** So many busy answers in a row, to more than one operation, before an endpoint counts as swamped. */
const swamped = 20

/** Milliseconds for which an endpoint may be busy before it has answered anything else; later on it is given more. */
const busyAtFirst = 30_000

/** Nothing has been answered yet. */
export function openSwamp({ hopeless, patience }: Backoff, now: () => number): Swamp {
  // how many times it has been something else than busy, and how many busy answers came since
  let spell = 0
  let inARow = 0
  let busySince = 0
  let over = false
  let began: number | undefined
  const refusing = new Set<string>()
  const leftAtFirst = (): number => {
    if (spell > 0) return Number.POSITIVE_INFINITY
    began ??= now()
    return Math.max(0, began + busyAtFirst - now())
  }
  return {
    leftAtFirst,
    isOver: () => over,
    answered: () => {
      spell += 1
      inARow = 0
      over = false
      refusing.clear()
    },
    begin: (operation) => {
      let seen = { spell, tries: 0 }
      return () => {
        if (inARow === 0) busySince = now()
        inARow += 1
        refusing.add(operation)
        seen = { spell, tries: seen.spell === spell ? seen.tries + 1 : 1 }
        const inVain = seen.tries >= hopeless && inARow >= swamped
        // where each answer takes long, few come
        over ||= (inVain || now() - busySince >= patience) && refusing.size > 1
        over ||= leftAtFirst() === 0
      }
    },
  }
}
