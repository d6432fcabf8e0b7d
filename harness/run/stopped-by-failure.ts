import type { SuiteMessage } from '../../suites/runner/messages.ts'
import type { SuiteListener } from './suite-channel.ts'

/** A listener whose failures are kept until somebody asks. */
export interface GuardedListener extends Pick<SuiteListener, 'heard'> {
  /** throws what the first failure threw; nothing where there was none */
  readonly ensureHeard: () => void
}

/**
 * What can not be recorded, since the disk is full, say, stops the run: what it wrote is taken back first, and only then
 * is it thrown. The message is one of another thread: an exception there would end the process at once.
 */
export function stoppedByFailure(
  heard: SuiteListener['heard'],
  stopping: AbortController,
): GuardedListener {
  const failures: unknown[] = []
  return {
    heard: (message: SuiteMessage): void => {
      try {
        heard(message)
      } catch (error) {
        failures.push(error)
        stopping.abort()
      }
    },
    ensureHeard: () => {
      if (failures.length > 0) throw failures[0]
    },
  }
}
