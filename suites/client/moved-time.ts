import type { ConnectionProblem } from './connection-problem.ts'
import { openConnection, type CarriedAnswer } from './connection.ts'
import { routeOf, type Target } from './target.ts'

/** Sets the clock of an endpoint forward by so many milliseconds. Rejects, for people, where it can not be done. */
export type MoveTime = (milliseconds: number) => Promise<void>

/** A time that can be moved along with that of the endpoint. */
export interface MovableTime {
  /** milliseconds since 1970, by the endpoint's clock where it was moved */
  readonly now: () => number
  /** lets so many milliseconds pass at once, at the endpoint and here; absent where the endpoint has no such clock */
  readonly moveTime?: MoveTime
}

/** The time of a session whose endpoint may have a clock that can be moved. */
export function movableTime(now: () => number, move: MoveTime | undefined): MovableTime {
  if (move === undefined) return { now }
  let ahead = 0
  return {
    now: () => now() + ahead,
    moveTime: async (milliseconds) => {
      await move(milliseconds)
      ahead += milliseconds
    },
  }
}

/** How the clock of a target is moved; undefined where it says of none. */
export function clockOf(target: Target): MoveTime | undefined {
  const { clock, deadline } = target
  if (clock === undefined) return undefined
  const { origin, pathname, search, host } = new URL(clock)
  return async (milliseconds) => {
    const connection = openConnection(new URL(origin), { ...routeOf(target), deadline })
    try {
      const answer = await connection.send({
        method: 'POST',
        path: `${pathname}${search}`,
        headers: { host, 'content-type': 'application/json' },
        body: JSON.stringify({ seconds: milliseconds / 1000 }),
      })
      if (!isSet(answer)) throw new Error(`the clock at ${clock} was not set: ${told(answer)}`)
    } finally {
      await connection.close()
    }
  }
}

/** Nothing less: some services answer whatever they do not understand with 200. */
const isSet = (answer: CarriedAnswer | ConnectionProblem): boolean =>
  'status' in answer && answer.status === 204

const told = (answer: CarriedAnswer | ConnectionProblem): string =>
  'status' in answer ? `HTTP ${answer.status}` : `${answer.problem} (${answer.detail})`
