import type { ConnectionProblem } from './connection-problem.ts'

/** A signal that fires when the time is over or the caller gives up, whichever comes first. */
export interface Deadline {
  readonly signal: AbortSignal
  /** why the signal fired; undefined while it has not */
  problem(): ConnectionProblem | undefined
  /** Lets go of the timer and of the caller's signal. Must be called. */
  stop(): void
}

/** Starts a deadline of `milliseconds` over a whole exchange, joined with the caller's signal. */
export function startDeadline(milliseconds: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController()
  let problem: ConnectionProblem | undefined
  const end = (why: ConnectionProblem): void => {
    problem ??= why
    controller.abort()
  }
  const giveUp = (): void => end({ problem: 'aborted', detail: 'the caller gave up' })
  const timer = setTimeout(() => {
    end({ problem: 'timeout', detail: `no whole answer within ${milliseconds} ms` })
  }, milliseconds)
  if (caller?.aborted === true) giveUp()
  caller?.addEventListener('abort', giveUp)
  return {
    signal: controller.signal,
    problem: () => problem,
    stop: () => {
      clearTimeout(timer)
      caller?.removeEventListener('abort', giveUp)
    },
  }
}
