import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

import { NotSettled } from '../verdict/cannot-go-on.ts'

/** A wait of so many milliseconds; a signal ends it early. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** Waits by the clock. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  // an end that came early is no error
  await wait(milliseconds, undefined, signal && { signal }).catch(() => {})
}

/** How a run that is stopped comes to an end. */
export interface Stop {
  /** nothing new is begun, and no read is waited for */
  readonly now: AbortSignal
  /** what is being written is not waited for any longer, either */
  readonly late: AbortSignal
}

/** Milliseconds that a write in flight may still take: its answer tells what has to be taken back. */
const grace = 5000

/** How a run comes to an end when `signal` fires. `ended` lets go of the clock. */
export function stopAfter(signal: AbortSignal, pause: Pause, ended: AbortSignal): Stop {
  const late = new AbortController()
  // every exchange of every case listens
  setMaxListeners(0, signal, late.signal)
  const end = async (): Promise<void> => {
    await pause(grace, ended)
    late.abort()
  }
  if (signal.aborted) void end()
  else signal.addEventListener('abort', () => void end(), { once: true })
  return { now: signal, late: late.signal }
}

/** The reason of a signal that ends a run since its time is over. */
export const timeIsOver = 'time-is-over'

/** The reason of a signal that ends a run since as many checks have failed as it was to wait for. */
export const enoughFailed = 'enough-failed'

/** Why a run ends before it is through. */
export type EndReason = typeof timeIsOver | typeof enoughFailed | 'stop'

/** Why a signal ended a run; a signal that says nothing of it stopped it. */
export function endReason({ reason }: AbortSignal): EndReason {
  return reason === timeIsOver || reason === enoughFailed ? reason : 'stop'
}

/** Why a signal ended a run, in words for people. */
export function whyEnded(signal: AbortSignal): string {
  return endWords[endReason(signal)]
}

const endWords: Readonly<Record<EndReason, string>> = {
  [timeIsOver]: 'the time that the run may take was over',
  [enoughFailed]: 'as many checks had failed as the run was to wait for',
  stop: 'the run was stopped',
}

/** Why nothing new is sent, in words for people; undefined while the run goes on. */
export function whyOver(stop: Stop | undefined): string | undefined {
  return stop?.now.aborted === true ? whyEnded(stop.now) : undefined
}

/** Throws `NotSettled` when the run is being stopped. */
export function ensureGoing(stop: Stop | undefined): void {
  const why = whyOver(stop)
  if (why !== undefined) throw new NotSettled(why)
}
