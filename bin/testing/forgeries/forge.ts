import { createPrivateKey, type KeyObject } from 'node:crypto'

import type { Envelope } from '../../../harness/certificate/envelope.ts'
import type { Json, JsonObject } from '../../../specs/contract/json.ts'
import { changed, pathsIn, valueAt, type Path } from '../../bad-input/change.ts'

/** For tests: a certificate that is genuine, its key, and chance. */
export interface Genuine {
  readonly envelope: Envelope
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** numbers in [0, 1) */
  readonly random: () => number
}

/** For tests: makes a forgery of one kind, as an envelope or as the text of one; another one each time. */
export type Forge = (genuine: Genuine) => string | Envelope

/** For tests: one of several. */
export function pick<T>(random: () => number, items: readonly T[]): T {
  return items[below(random, items.length)] as T
}

/** For tests: a whole number from 0 to one less than a bound. */
export function below(random: () => number, bound: number): number {
  return Math.floor(random() * bound)
}

/** For tests: so many bytes. */
export function bytesBy(random: () => number, count: number): Buffer {
  return Buffer.from(Array.from({ length: count }, () => below(random, 256)))
}

/** For tests: a private key of ed25519 (RFC 8410, section 7, has its frame). */
export function keyBy(random: () => number): KeyObject {
  const frame = Buffer.from('302e020100300506032b657004220420', 'hex')
  const key = Buffer.concat([frame, bytesBy(random, 32)])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

/** For tests: the bytes of a text in base64. */
export function decoded(text: string): Buffer {
  return Buffer.from(text, 'base64')
}

/** For tests: the one signature of an envelope. */
export function sigOf({ signatures }: Envelope): string {
  return signatures[0]?.sig ?? ''
}

/** For tests: the same with another signature. */
export function withSig(envelope: Envelope, sig: string | Buffer): Envelope {
  const text = typeof sig === 'string' ? sig : sig.toString('base64')
  return { ...envelope, signatures: envelope.signatures.map((one) => ({ ...one, sig: text })) }
}

/** For tests: the same, holding another text. */
export function holding(envelope: Envelope, text: string): Envelope {
  return { ...envelope, payload: Buffer.from(text).toString('base64') }
}

/** For tests: what an envelope holds. */
export function textIn({ payload }: Envelope): string {
  return decoded(payload).toString('utf8')
}

/** For tests: the same. */
export function statementIn(envelope: Envelope): JsonObject {
  return JSON.parse(textIn(envelope)) as JsonObject
}

/** For tests: what a signature of DSSE is over. */
export function preAuthentication(payloadType: string, payload: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `),
    payload,
  ])
}

/** What the owner of the key may say as he likes: when he signed, how long that is to hold, and the sentences. */
const free = /^predicate\/orgproof\/(?:doesNotProve|issuedAt|expiresAt)(?:\/|$)/u

/** For tests: the statement in which one value is another, as like it as can be. */
export function altered({ envelope, random }: Genuine): string {
  const statement = statementIn(envelope)
  const path = pick<Path>(
    random,
    pathsIn(statement).filter((one) => !free.test(one.join('/'))),
  )
  const value = other(valueAt(statement, path), random)
  return JSON.stringify(changed(statement, path, value))
}

const other = (value: Json | undefined, random: () => number): Json => {
  if (typeof value === 'number') return value + 1 + below(random, 9)
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return [below(random, 1e6)]
  if (/^\d{4}-/u.test(value)) return `${Number(value.slice(0, 4)) + 1}${value.slice(4)}`
  if (/^[0-9a-f]{64}$/u.test(value)) return bytesBy(random, 32).toString('hex')
  return value === 'conformant' ? 'incomplete' : `${value}${below(random, 1e6)}`
}
