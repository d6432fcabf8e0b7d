import { startEndpoint, type Endpoint } from '../../endpoint/server.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { openConnection, type Connection } from '../../suites/client/connection.ts'
import { sleep } from '../../suites/client/stop.ts'
import type { Target } from '../../suites/client/target.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { openSession } from '../../suites/runner/session.ts'

/** The least that any suite would take: the same requests, sent and nothing else. */
export interface Floor {
  readonly requests: number
  /** seconds of wall clock */
  readonly wall: number
}

/** Records every request of a run, then sends them again to a new endpoint in a bare loop. */
export async function measureFloor(vendor: Vendor, targetAt: (url: URL) => Target): Promise<Floor> {
  const messages = await withEndpoint(vendor, (url) => record(vendor, targetAt(url)))
  return withEndpoint(vendor, async (url) => {
    const wall = await replay(messages, url, targetAt(url).concurrency)
    return { requests: messages.length, wall }
  })
}

const withEndpoint = async <T>(vendor: Vendor, use: (url: URL) => Promise<T>): Promise<T> => {
  const endpoint: Endpoint = await startEndpoint(vendor, {
    port: 0,
    clock: Date.now,
    random: Math.random,
  })
  try {
    return await use(endpoint.url)
  } finally {
    await endpoint.close()
  }
}

const record = async (vendor: Vendor, target: Target): Promise<readonly Message[]> => {
  const messages: Message[] = []
  const plain = openConnection(new URL(target.endpoint), { connections: target.concurrency })
  const connection: Connection = {
    send: (message, signal) => {
      messages.push(message)
      return plain.send(message, signal)
    },
    close: () => plain.close(),
  }
  const session = openSession({
    vendor,
    target,
    scenarios: await loadScenarios(),
    seed: 1,
    nonce: 1n,
    now: Date.now,
    pause: sleep,
    connection,
  })
  await Promise.all(session.checks.map(({ id }) => session.judged(id)))
  await session.close()
  return messages
}

/** Seconds to send the messages, that many at a time. */
const replay = async (
  messages: readonly Message[],
  url: URL,
  concurrency: number,
): Promise<number> => {
  const line = openConnection(url, { connections: concurrency })
  const remaining = messages.values()
  const began = performance.now()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (const message of remaining) await line.send(message)
    }),
  )
  const wall = (performance.now() - began) / 1000
  await line.close()
  return wall
}
