import * as threads from 'node:worker_threads'

import { endReason } from '../../suites/client/stop.ts'
import type { KeptCredentials } from '../../suites/client/target.ts'
import type { RenewalQuestion, RunnerMessage, SuiteMessage } from '../../suites/runner/messages.ts'

/** Who listens to the suite, and what stops it. */
export interface SuiteListener {
  readonly heard: (message: SuiteMessage) => void
  readonly signal: AbortSignal
  /** gets fresh credentials of an account of a target; there are none where nobody does */
  readonly renew?: RenewAt | undefined
}

/** Gets fresh credentials of an account of a target, by its name. Never rejects. */
export type RenewAt = (target: string, account: string) => Promise<KeptCredentials | undefined>

/** The runner's end of the channel between it and the suite. */
export interface SuiteChannel {
  /** Passes on what the suite said last and nobody heard yet; nothing is heard after it. */
  readonly close: () => void
}

/** Opens the channel: the suite begins when it is answered, so a stop that comes before it is there waits for it. */
export function openSuiteChannel(
  name: string,
  { heard, signal, renew }: SuiteListener,
): SuiteChannel {
  const channel = new threads.BroadcastChannel(name)
  const say = (message: RunnerMessage): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows, not of threads
    channel.postMessage(message)
  }
  channel.addEventListener('message', (event) => {
    const { data } = event as Event & { readonly data: SuiteMessage | RenewalQuestion }
    if (data.kind === 'renew') return void answer(data)
    if (data.kind === 'ready') say(signal.aborted ? endReason(signal) : 'go')
    heard(data)
  })
  const answer = async ({ target, account }: RenewalQuestion): Promise<void> => {
    const credentials = await renew?.(target, account)
    if (!closed) say({ target, account, ...(credentials && { credentials }) })
  }
  let closed = false
  const stop = (): void => say(endReason(signal))
  signal.addEventListener('abort', stop, { once: true })
  return {
    close: () => {
      signal.removeEventListener('abort', stop)
      // the runner may end before the last messages come round: they wait in the channel
      for (let next = waiting(channel); next !== undefined; next = waiting(channel)) {
        if (next.message.kind !== 'renew') heard(next.message)
      }
      closed = true
      channel.close()
    },
  }
}

const waiting = (
  channel: threads.BroadcastChannel,
): { readonly message: SuiteMessage | RenewalQuestion } | undefined =>
  threads.receiveMessageOnPort(channel)

// Node's own declarations know only the port
declare module 'worker_threads' {
  function receiveMessageOnPort(
    channel: BroadcastChannel,
  ): { readonly message: SuiteMessage | RenewalQuestion } | undefined
}
