import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'

import type { Message, MessageHead } from '../specs/wire/wire.ts'
import { type Basket, openBasket, type Reading } from './basket.ts'

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

/**
 * What came of a body. `kept`: it is there, until `release` gives back its room. `dropped`: it was not to be kept.
 * `crowded`: there was no room for it. `gone`: the client went away half-way.
 */
export type Received =
  | {
      readonly kind: 'kept'
      readonly body: Pick<Message, 'body' | 'bytes'>
      readonly release: () => void
    }
  | { readonly kind: 'dropped' | 'too-large' | 'crowded' | 'gone' }

/** The head of a request. Repeated headers are one line to a signature (RFC 9110 section 5.3). */
export function headOf({
  method = 'GET',
  url: path = '/',
  headersDistinct,
}: Incoming): MessageHead {
  // a header may be called like what every object inherits
  const headers = Object.create(null) as Record<string, string>
  for (const [name, values = []] of Object.entries(headersDistinct))
    headers[name] = values.join(', ')
  return { method, path, headers }
}

/**
 * Reads the body of a request to its end, or to the end of our patience; what is not kept is read and forgotten.
 * Never throws.
 */
export function receive(request: Incoming, reading: Reading): Promise<Received> {
  const basket = openBasket(reading)
  let size = 0
  return new Promise((resolve) => {
    const settle = (received: () => Received) => (): void => {
      request.off('data', read).off('close', gone)
      resolve(received())
    }
    const end = settle(() => receivedIn(basket))
    const gone = settle(() => {
      basket.empty()
      return { kind: 'gone' }
    })
    const read = (chunk: Buffer): void => {
      size += chunk.length
      basket.add(chunk)
      if (size <= patience * reading.limit) return
      request.pause()
      end()
    }
    // what breaks closes, too, before the end or after it
    request
      .on('data', read)
      .once('end', end)
      .once('close', gone)
      .on('error', () => {})
  })
}

const receivedIn = (basket: Basket): Received => {
  const kind = basket.kind()
  return kind === 'kept' ? { kind, body: bodyOf(basket.bytes()), release: basket.empty } : { kind }
}

/** The text of a body, and its bytes where the text would not travel as they did. */
const bodyOf = (bytes: Buffer): Pick<Message, 'body' | 'bytes'> => {
  const body = bytes.toString('utf8')
  return isUtf8(bytes) ? { body } : { body, bytes }
}
