import type { Readable } from 'node:stream'
import type { Message } from '../specs/wire/wire.ts'

/** The largest body that is understood where the vendor states no other, in bytes. */
export const bodyLimit: number = 1024 * 1024
/** How many times more of a larger body is still read, so that its sender gets to see the answer. */
const patience = 8

/** A request whose head has come, and whose body is coming. */
export interface Incoming extends Readable {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headersDistinct: Readonly<Record<string, readonly string[] | undefined>>
}

/** A request read to its end, or why there is none: `'gone'` when the client went away half-way. */
export type Received = Message | 'too-large' | 'gone'

/** Reads a request to its end; keeps no more of its body than `limit` bytes. Never throws. */
export async function receive(request: Incoming, limit: number): Promise<Received> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes = chunk as Buffer
      size += bytes.length
      if (size <= limit) chunks.push(bytes)
      if (size > patience * limit) return 'too-large'
    }
  } catch {
    return 'gone'
  }
  if (size > limit) return 'too-large'
  const { method = 'GET', url: path = '/' } = request
  return { method, path, headers: headersOf(request), body: Buffer.concat(chunks).toString('utf8') }
}

/** Repeated headers are one line to a signature (RFC 9110 section 5.3). */
const headersOf = (request: Incoming): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]),
  )
