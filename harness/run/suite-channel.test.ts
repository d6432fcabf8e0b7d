import { once } from 'node:events'
import { BroadcastChannel, Worker } from 'node:worker_threads'

import { expect, test } from 'vitest'

import { enoughFailed, timeIsOver } from '../../suites/client/stop.ts'
import type { SuiteMessage } from '../../suites/runner/messages.ts'
import { openSuiteChannel } from './suite-channel.ts'

let channels = 0

function open(signal: AbortSignal): {
  readonly name: string
  readonly heard: SuiteMessage[]
  readonly close: () => void
} {
  channels += 1
  const name = `orgproof-suite-channel-test-${process.pid}-${channels}`
  const heard: SuiteMessage[] = []
  const { close } = openSuiteChannel(name, { heard: (message) => heard.push(message), signal })
  return { name, heard, close }
}

/** A suite that says so much and is gone. */
const shortLived = `
const { BroadcastChannel, workerData } = require('node:worker_threads')
const channel = new BroadcastChannel(workerData)
for (let count = 0; count < 3000; count += 1) {
  channel.postMessage({ kind: 'left', target: String(count), what: [] })
}
process.exit()
`

test('what a suite said is heard whole, also when it is gone at once', async () => {
  const { name, heard, close } = open(new AbortController().signal)
  await once(new Worker(shortLived, { eval: true, workerData: name }), 'exit')
  close()
  expect(heard.map((message) => 'target' in message && message.target)).toEqual(
    Array.from({ length: 3000 }, (_, count) => String(count)),
  )
})

test.each([
  ['begins', undefined, 'go'],
  ['comes to an end, where the run was stopped before', 'a signal', 'stop'],
  ['comes to an end, where its time is over', timeIsOver, timeIsOver],
  ['comes to an end, where enough has failed', enoughFailed, enoughFailed],
])('a suite that is there %s', async (_, reason, answer) => {
  const stopping = new AbortController()
  if (reason !== undefined) stopping.abort(reason)
  const { name, heard, close } = open(stopping.signal)
  const suite = new BroadcastChannel(name)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows, not of threads
  suite.postMessage({ kind: 'ready' })
  const told = await new Promise((resolve) =>
    suite.addEventListener('message', (event) => {
      resolve((event as Event & { readonly data: unknown }).data)
    }),
  )
  suite.close()
  close()
  expect(told).toBe(answer)
  expect(heard).toEqual([{ kind: 'ready' }])
})
