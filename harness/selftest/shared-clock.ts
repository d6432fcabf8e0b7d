import type { Connection } from '../../suites/client/connection.ts'
import type { Pause } from '../../suites/client/stop.ts'

/** A time of its own for a suite and the endpoint that it asks: no wait of the suite takes any time of the wall's. */
export interface SharedClock {
  /** milliseconds since 1970-01-01T00:00Z; they pass only in pauses */
  readonly now: () => number
  /** Ends when everybody waits and this is the earliest end of all waits, so that whoever works loses no time. */
  readonly pause: Pause
  /** a pause of the endpoint in the middle of an exchange, while which time may pass */
  readonly answering: (milliseconds: number) => Promise<void>
  /** does something that takes turns of the event loop and is no waiting, such as to sign: no time passes */
  readonly working: <T>(work: () => Promise<T>) => Promise<T>
  /** the same line, while whose exchanges no time passes */
  readonly watching: (connection: Connection) => Connection
}

/** Somebody who waits. */
interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

/** Who is at work, and who waits until when. */
interface Scene {
  now: number
  /** exchanges on their way */
  working: number
  readonly sleepers: Set<Sleeper>
}

/** Turns of the event loop in which nothing was begun, after which everybody waits. */
const quietTurns = 20

/** When a time of its own begins; which day it is makes no difference. */
export const start: number = Date.UTC(2026, 0, 15, 12)

/** Opens a clock that stands at `begins`, in milliseconds since 1970-01-01T00:00Z. */
export function openSharedClock(begins: number = start): SharedClock {
  const scene: Scene = { now: begins, working: 0, sleepers: new Set() }
  const noticed = timekeeper(scene)
  const pause = sleeping(scene, noticed)
  const counting = async <T>(by: 1 | -1, busy: () => Promise<T>): Promise<T> => {
    scene.working += by
    try {
      return await busy()
    } finally {
      scene.working -= by
      noticed()
    }
  }
  return {
    now: () => scene.now,
    pause,
    working: (work) => counting(1, work),
    answering: (milliseconds) => counting(-1, () => pause(milliseconds)),
    watching: (connection) => ({
      send: (message, signal) => counting(1, () => connection.send(message, signal)),
      close: () => connection.close(),
    }),
  }
}

/** Moves the time on when everybody waits; is to be told of whatever begins or ends. */
const timekeeper = (scene: Scene): (() => void) => {
  let quiet = 0
  let looking = false
  const look = (): void => {
    looking = false
    // the end of an exchange looks again
    if (scene.working > 0 || scene.sleepers.size === 0) return
    quiet += 1
    if (quiet > quietTurns) {
      quiet = 0
      wakeNext(scene)
    }
    lookLater()
  }
  const lookLater = (): void => {
    if (looking) return
    looking = true
    setImmediate(look)
  }
  return () => {
    quiet = 0
    lookLater()
  }
}

const wakeNext = (scene: Scene): void => {
  const ends = [...scene.sleepers].map(({ until }) => until)
  scene.now = Math.max(scene.now, Math.min(...ends))
  for (const sleeper of scene.sleepers) if (sleeper.until <= scene.now) sleeper.wake()
}

const sleeping =
  (scene: Scene, noticed: () => void): Pause =>
  (milliseconds, signal) =>
    new Promise((resolve) => {
      const wake = (): void => {
        scene.sleepers.delete(sleeper)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      const sleeper = { until: scene.now + milliseconds, wake }
      if (signal?.aborted === true) return resolve()
      signal?.addEventListener('abort', wake, { once: true })
      scene.sleepers.add(sleeper)
      noticed()
    })
