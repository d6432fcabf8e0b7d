import type { RunRequest } from '../../suites/runner/messages.ts'
import { openSuite } from '../../suites/runner/suite.ts'
import type { SuiteListener } from './suite-channel.ts'

/**
 * Asks the checks of a request in this very thread, without the runner: for a few cases, loading that and a second thread
 * takes longer than all that is asked (README.md has the figures). What is told, and when, is the same. Resolves when
 * every check is judged; when the signal has fired, what is under way comes to an end and nothing new is begun.
 */
export async function runHere(
  request: RunRequest,
  { heard, signal, renew = async () => undefined }: SuiteListener,
): Promise<void> {
  const channel = { stopped: signal, say: heard, renew, close: () => {} }
  const suites = await openSuite(request, channel)
  await Promise.all(
    suites.map(async ({ cases, ask, end }) => {
      await Promise.all(cases.map(ask))
      await end()
    }),
  )
}
