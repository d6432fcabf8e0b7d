import { BroadcastChannel } from 'node:worker_threads'

import type { RunnerMessage, SuiteMessage } from './messages.ts'

/** The suite's end of the channel between it and who runs it. */
export interface RunnerChannel {
  /** fires when the run is to be stopped; it may have been before the suite came to be */
  readonly stopped: AbortSignal
  readonly say: (message: SuiteMessage) => void
  readonly close: () => void
}

/** Opens the channel and waits for the first word: a stop that came before the suite did is not lost. */
export async function openRunnerChannel(name: string): Promise<RunnerChannel> {
  const channel = new BroadcastChannel(name)
  const stopping = new AbortController()
  const say = (message: SuiteMessage): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows, not of threads
    channel.postMessage(message)
  }
  await new Promise<void>((begin) => {
    channel.addEventListener('message', (event) => {
      const { data } = event as Event & { readonly data: RunnerMessage }
      if (data !== 'go') stopping.abort(data)
      begin()
    })
    say({ kind: 'ready' })
  })
  return { stopped: stopping.signal, say, close: () => channel.close() }
}
