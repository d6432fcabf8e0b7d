import { BroadcastChannel } from 'node:worker_threads'

import type { KeptCredentials } from '../client/target.ts'
import type { RenewalAnswer, RenewalQuestion, RunnerMessage, SuiteMessage } from './messages.ts'

/** The suite's end of the channel between it and who runs it. */
export interface RunnerChannel {
  /** fires when the run is to be stopped; it may have been before the suite came to be */
  readonly stopped: AbortSignal
  readonly say: (message: SuiteMessage) => void
  /** asks for fresh credentials of an account of a target; undefined where there are none */
  readonly renew: (target: string, account: string) => Promise<KeptCredentials | undefined>
  readonly close: () => void
}

/** Opens the channel and waits for the first word: a stop that came before the suite did is not lost. */
export async function openRunnerChannel(name: string): Promise<RunnerChannel> {
  const channel = new BroadcastChannel(name)
  const stopping = new AbortController()
  const say = (message: SuiteMessage | RenewalQuestion): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows, not of threads
    channel.postMessage(message)
  }
  const waiting = new Map<string, (credentials: KeptCredentials | undefined) => void>()
  const answered = ({ target, account, credentials }: RenewalAnswer): void => {
    waiting.get(keyOf(target, account))?.(credentials)
    waiting.delete(keyOf(target, account))
  }
  await new Promise<void>((begin) => {
    channel.addEventListener('message', (event) => {
      const { data } = event as Event & { readonly data: RunnerMessage }
      if (typeof data === 'object') return answered(data)
      if (data !== 'go') stopping.abort(data)
      begin()
    })
    say({ kind: 'ready' })
  })
  return {
    stopped: stopping.signal,
    say,
    renew: (target, account) =>
      new Promise((resolve) => {
        waiting.set(keyOf(target, account), resolve)
        say({ kind: 'renew', target, account })
      }),
    close: () => channel.close(),
  }
}

const keyOf = (target: string, account: string): string => JSON.stringify([target, account])
