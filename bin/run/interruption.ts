import { exitCodes } from '../problem.ts'

/** Watches for Ctrl-C and SIGTERM. */
export interface Interruption {
  happened(): boolean
  /** lets the signals mean again what they usually do */
  release(): void
}

/** The first signal calls `stop`, so that what is known is still written; the second ends the process. */
export function onInterrupt(stop: () => void): Interruption {
  let happened = false
  const interrupt = (): void => {
    if (happened) process.exit(exitCodes.interrupted)
    happened = true
    process.stderr.write('\nstopping; once more to quit at once\n')
    stop()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return {
    happened: () => happened,
    release: () => {
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
    },
  }
}
