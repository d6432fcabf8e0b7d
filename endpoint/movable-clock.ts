import { isObject, jsonIn } from '../specs/contract/json.ts'
import type { Answer, Message, MessageHead } from '../specs/wire/wire.ts'
import type { Answering } from './answering.ts'
import type { Delivered } from './variant.ts'

/** Where the clock of an endpoint is set forward: no path of a vendor begins so. */
export const clockPath = '/-/clock'

/** A clock that can be set forward, and where that is asked for. */
interface MovableClock {
  readonly clock: () => number
  /** answers what is said to the clock, and leaves the rest to whoever else answers */
  readonly beside: (answering: Answering) => Answering
}

/** Seconds by which it is set forward at most, at a time: ten years. */
const farthest = 10 * 366 * 24 * 60 * 60

/**
 * A clock that begins like another one, and that `POST /-/clock` with `{"seconds": n}` sets forward: 204, or 400 where that
 * is not said. It never goes back, since what happened has happened.
 */
export function openMovableClock(clock: () => number): MovableClock {
  let ahead = 0
  const set = ({ method, body }: Message): Answer => {
    const seconds = method === 'POST' ? secondsIn(body) : undefined
    if (seconds === undefined) return refusal
    ahead += seconds * 1000
    return { status: 204, headers: {}, body: '' }
  }
  return {
    clock: () => clock() + ahead,
    beside: (answering) => ({
      ...answering,
      knows: (head) => isClock(head) || (answering.knows?.(head) ?? true),
      deliver: async (message) =>
        isClock(message) ? { answer: set(message) } : delivered(answering, message),
    }),
  }
}

const isClock = ({ path }: MessageHead): boolean => path === clockPath

const delivered = async ({ answer, deliver }: Answering, message: Message): Promise<Delivered> =>
  deliver?.(message) ?? { answer: await answer(message) }

const secondsIn = (body: string): number | undefined => {
  const told = jsonIn(body)
  const seconds = isObject(told) ? told['seconds'] : undefined
  return typeof seconds === 'number' && seconds > 0 && seconds <= farthest ? seconds : undefined
}

const refusal: Answer = {
  status: 400,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: `POST {"seconds": n}, n more than 0 and at most ${farthest}` }),
}
