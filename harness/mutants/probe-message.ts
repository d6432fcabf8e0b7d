import type { Operation } from '../../specs/contract/contract.ts'
import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Message, SigningScope } from '../../specs/wire/wire.ts'
import type { Random } from '../../suites/client/random.ts'
import { targetAt } from '../selftest/ask-server.ts'
import { alteredInput, pickOf, type Pool } from './altered-input.ts'
import type { Overheard } from './overheard.ts'

/** What an altered message is made of. */
export interface ProbeParts {
  readonly vendor: Vendor
  /** what was heard of the message */
  readonly note: Overheard
  readonly message: Message
  /** milliseconds since 1970-01-01T00:00Z */
  readonly at: number
  /** access keys of everybody who spoke in the same case */
  readonly callers: readonly string[]
  readonly poolOf: (operation: string) => Pool
  readonly random: Random
}

/** Nobody listens there: messages are handed over. */
const nowhere = new URL('http://127.0.0.1:9')

/** A message that differs from one of the suite's in one thing: its input, its caller, its operation, its frame or its signature. */
export async function probeMessage(parts: ProbeParts): Promise<Message> {
  const { note, message, random, vendor } = parts
  const { heard } = note
  if (heard === undefined || !('operation' in heard)) return alteredFrame(message, random)
  const operation = vendor.contract.operations.get(heard.operation)
  if (operation === undefined || !isObject(heard.input)) return alteredFrame(message, random)
  const asked = askedOtherwise(parts, operation, heard.input)
  return asked === undefined ? alteredFrame(message, random) : signed(parts, asked)
}

/** A call that is another one in one thing; undefined where it is the signed message that is to be altered. */
const askedOtherwise = (
  parts: ProbeParts,
  operation: Operation,
  input: JsonObject,
): Asked | undefined => {
  const { vendor, random, poolOf } = parts
  const ways: readonly (readonly [share: number, () => Asked | undefined])[] = [
    [0.6, () => ({ operation, input: alteredInput(input, poolOf(operation.name), random) })],
    [0.15, () => ({ operation, input, caller: anotherCaller(parts) })],
    [
      0.05,
      () => ({
        operation: pickOf([...vendor.contract.operations.values()], random) ?? operation,
        input,
      }),
    ],
    [0.08, () => ({ operation, input, scope: anotherScope(parts) })],
    [0.06, () => ({ operation, input, before: (plain) => alteredFrame(plain, random) })],
    [1, () => undefined],
  ]
  let left = random()
  const [, way] = ways.find(([share]) => (left -= share) < 0) ?? []
  return way?.()
}

interface Asked {
  readonly operation: Operation
  readonly input: Parameters<Vendor['wire']['encode']>[1]
  readonly caller?: string | undefined
  readonly scope?: Partial<SigningScope>
  readonly before?: (plain: Message) => Message
}

const signed = async (
  { vendor, note, at }: ProbeParts,
  { operation, input, caller = callerOf(note), scope, before = (plain) => plain }: Asked,
): Promise<Message> => {
  const plain = before(vendor.wire.encode(operation, input))
  const { region } = targetAt(vendor, nowhere)
  const credentials = { accessKey: caller, secret: vendor.referenceEndpoint.secret }
  const message = await vendor.wire.sign(plain, nowhere, {
    credentials,
    region,
    at: new Date(at),
    ...scope,
  })
  const headers = Object.entries(message.headers).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ])
  return { ...message, headers: Object.fromEntries(headers) as Message['headers'] }
}

const callerOf = ({ sender }: Overheard): string =>
  sender !== undefined && 'accessKey' in sender ? sender.accessKey : ''

const anotherCaller = ({ vendor, callers, random }: ProbeParts): string | undefined =>
  random() < 0.2 ? vendor.mintAccount(BigInt(Math.floor(random() * 1000))) : pickOf(callers, random)

const minute = 60_000

const anotherScope = ({ vendor, note, at, random }: ProbeParts): Partial<SigningScope> => {
  const minutes = [-2000, -1441, -61, -31, -16, -14, -6, -4, 4, 6, 14, 16, 31, 61, 1441]
  const ways: readonly Partial<SigningScope>[] = [
    { at: new Date(at + (pickOf(minutes, random) ?? 0) * minute) },
    { region: 'nowhere-1' },
    { credentials: { accessKey: callerOf(note), secret: 'wrong' } },
    { credentials: { accessKey: 'nobody', secret: vendor.referenceEndpoint.secret } },
    { signedHeaders: (names) => names.toReversed() },
    { signedHeaders: (names) => names.slice(1) },
    { signedHeaders: (names) => [...names, 'x-orgproof'] },
  ]
  return pickOf(ways, random) ?? {}
}

/** A message whose method, path, body or one header is another one. */
const alteredFrame = (message: Message, random: Random): Message => {
  const { method, path, headers, body } = message
  const name = pickOf(Object.keys(headers), random) ?? 'host'
  const { [name]: value = '', ...rest } = headers
  const half = body.slice(0, Math.floor(body.length / 2))
  const ways: readonly Partial<Message>[] = [
    { method: pickOf(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'], random) ?? method },
    { path: `${path}/x` },
    { path: path.slice(0, -1) || '/' },
    { path: `${path}${path.includes('?') ? '&' : '?'}x=1` },
    { body: half },
    { body: '' },
    { body: `[${body}]` },
    { body: body.replaceAll('"', '') },
    { headers: rest },
    { headers: { ...headers, [name]: alteredHeader(value, random) } },
    { headers: { ...headers, 'x-orgproof': '1' } },
  ]
  return { ...message, ...pickOf(ways, random) }
}

const alteredHeader = (value: string, random: Random): string => {
  const at = Math.floor(random() * value.length)
  const ways = [
    '',
    value.slice(0, at),
    `${value.slice(0, at)}${value.slice(at + 1)}`,
    `${value.slice(0, at)}0${value.slice(at + 1)}`,
    `${value},${value}`,
    `${value} `,
    value.toUpperCase(),
  ]
  return pickOf(ways, random) ?? ''
}
