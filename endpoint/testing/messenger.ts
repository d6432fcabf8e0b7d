import { operationOf } from '../../specs/contract/contract.ts'
import type { Json } from '../../specs/contract/json.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { issueToken } from '../../specs/wire/issued-token.ts'
import type { Answer, Message } from '../../specs/wire/wire.ts'
import type { Facade } from '../facade.ts'
import type { Forged } from '../look.ts'
import type { Delivered } from '../variant.ts'

/** An operation, its input, and in whose name it is asked. */
export interface Letter {
  readonly caller: string
  readonly operation: string
  readonly input: Json
}

/** Signs messages and hands them to an endpoint. */
export interface Messenger {
  readonly send: (letter: Letter) => Promise<Answer>
  /** sends without a signature */
  readonly unsigned: (letter: Letter) => Promise<Answer>
  /** sends one message so many times, as a client that accepts gzip; the answers, and how they travel */
  readonly delivered: (letter: Letter, count: number) => Promise<readonly Delivered[]>
  /** sends a message with a body of no meaning, signed otherwise than it should be, or spoiled after it was signed */
  readonly forge: (
    letter: Letter,
    scope: Forged,
    spoil?: (message: Message) => Message,
  ) => Promise<Answer>
}

const host = new URL('http://127.0.0.1:1')
const body = '{"Unknown":"\uFFFD"}'

/** A messenger to the endpoint of a vendor; `clock` is in milliseconds since 1970-01-01T00:00Z. */
export function messengerTo(
  vendor: Vendor,
  facade: Pick<Facade, 'answer' | 'deliver'>,
  clock: () => number,
): Messenger {
  const { secret } = vendor.referenceEndpoint
  const encoded = ({ operation, input }: Letter): Message =>
    vendor.wire.encode(operationOf(vendor.contract, operation), input)
  const signed = (message: Message, accessKey: string, forged: Forged): Promise<Message> => {
    const { age = 0, region = vendor.region, tokenAge, signedHeaders } = forged
    const issued = tokenAge !== undefined && new Date(clock() - tokenAge)
    const token = issued && { token: issueToken({ accessKey, secret }, issued) }
    return vendor.wire.sign(message, host, {
      credentials: { accessKey, secret, ...token },
      region,
      at: new Date(clock() - age),
      ...(signedHeaders && { signedHeaders }),
    })
  }
  return {
    send: async (letter) => await facade.answer(await signed(encoded(letter), letter.caller, {})),
    unsigned: async (letter) => await facade.answer(encoded(letter)),
    delivered: async (letter, count) => {
      const { headers, ...message } = await signed(encoded(letter), letter.caller, {})
      const whole = { ...message, headers: { ...headers, 'accept-encoding': 'gzip' } }
      return await Promise.all(Array.from({ length: count }, () => facade.deliver(whole)))
    },
    forge: async (letter, scope, spoil = (message) => message) => {
      const { headers, ...message } = encoded(letter)
      const typed = { 'content-type': 'application/json', ...headers }
      const { query = '' } = scope
      const whole = { ...message, path: message.path + query, headers: typed, body }
      return await facade.answer(spoil(await signed(whole, letter.caller, scope)))
    },
  }
}
