import { enoughFailed } from '../../suites/client/stop.ts'
import type { SuiteMessage } from '../../suites/runner/messages.ts'
import type { SuiteListener } from './suite-channel.ts'

/** A listener that ends the run once enough of what it hears has failed. */
export interface FailFast extends Pick<SuiteListener, 'heard'> {
  /** fires when that many checks have come to `fail` */
  readonly signal: AbortSignal
}

/** Counts the checks that come to `fail`; never fires where no number is given. A warning is no failure. */
export function failFast(
  heard: SuiteListener['heard'],
  most: number = Number.POSITIVE_INFINITY,
): FailFast {
  const enough = new AbortController()
  let failed = 0
  return {
    signal: enough.signal,
    heard: (message: SuiteMessage): void => {
      heard(message)
      failed += failuresIn(message)
      if (failed >= most) enough.abort(enoughFailed)
    },
  }
}

const failuresIn = (message: SuiteMessage): number =>
  message.kind === 'judged'
    ? message.reports.filter(({ judged }) => judged.verdict === 'fail').length
    : 0
