import { createHmac, generateKeyPairSync, sign } from 'node:crypto'

import { keyId, seal, type Envelope } from '../../../harness/certificate/envelope.ts'
import {
  altered,
  below,
  bytesBy,
  decoded,
  holding,
  keyBy,
  pick,
  preAuthentication,
  sigOf,
  textIn,
  withSig,
  type Forge,
  type Genuine,
} from './forge.ts'

const flipped = (bytes: Buffer, random: () => number): Buffer => {
  const copy = Buffer.from(bytes)
  const at = below(random, copy.length)
  copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8))
  return copy
}

/** The same statement with spaces behind it: as valid, and not what was signed. */
const spaced = ({ envelope, random }: Genuine): Envelope =>
  holding(envelope, `${textIn(envelope)}${' '.repeat(below(random, 200))}`)

const signedBytes = ({ payloadType, payload }: Envelope): Buffer =>
  preAuthentication(payloadType, decoded(payload))

/** The order of the group of ed25519 (RFC 8032, section 5.1). */
const groupOrder = (1n << 252n) + 27742317777372353535851937790883648493n

/** The same signature with another S: a verifier that does not look at its range takes both (RFC 8032, section 8.4). */
const malleated = (sig: Buffer): Buffer => {
  const littleEnd = Buffer.from([...sig.subarray(32)].toReversed()).toString('hex')
  const s = BigInt(`0x${littleEnd}`) + groupOrder
  const bytes = Buffer.from(s.toString(16).padStart(64, '0'), 'hex')
  return Buffer.concat([sig.subarray(0, 32), Buffer.from([...bytes].toReversed())])
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

const hex = (random: () => number): string => bytesBy(random, 32).toString('hex')

/** For tests: what somebody without the key can make of a certificate: other contents, other signatures. */
export const byStrangers: Readonly<Record<string, Forge>> = {
  'a bit of the payload': ({ envelope, random }) => ({
    ...envelope,
    payload: flipped(decoded(envelope.payload), random).toString('base64'),
  }),
  'a bit of the signature': ({ envelope, random }) =>
    withSig(envelope, flipped(decoded(sigOf(envelope)), random)),
  'a character of the file': ({ envelope, random }) => {
    const text = JSON.stringify(envelope)
    const at = below(random, text.length)
    return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
  },
  'a value of the statement': (genuine) => holding(genuine.envelope, altered(genuine)),
  'a value, signed by another key': (genuine) => seal(altered(genuine), keyBy(genuine.random)),
  'signed by another key': ({ envelope, random }) => seal(textIn(envelope), keyBy(random)),
  'signed by another key in the name of the first': ({ envelope, random }) =>
    withSig(envelope, sigOf(seal(textIn(envelope), keyBy(random)))),
  'the id of another key': ({ envelope, random }) => {
    const keyid = pick(random, [keyId(keyBy(random)), hex(random), hex(random).slice(0, 8)])
    return { ...envelope, signatures: [{ keyid, sig: sigOf(envelope) }] }
  },
  'a payload type': ({ envelope, random }) => {
    const { payloadType } = envelope
    const number = below(random, 1e6)
    return {
      ...envelope,
      payloadType: pick(random, [`${payloadType} ${number}`, `application/vnd.${number}+json`]),
    }
  },
  'the public key as a secret': (genuine) => {
    const envelope = spaced(genuine)
    const spki = genuine.publicKey.export({ type: 'spki', format: 'der' })
    const pem = genuine.publicKey.export({ type: 'spki', format: 'pem' })
    const hmac = createHmac('sha256', pick<string | Buffer>(genuine.random, [spki, pem]))
    return withSig(envelope, hmac.update(signedBytes(envelope)).digest())
  },
  'a signature of another kind': (genuine) => {
    const envelope = spaced(genuine)
    const signed = signedBytes(envelope)
    const make = pick(genuine.random, [
      () => sign('sha256', signed, rsa),
      () => sign('sha256', signed, ec),
      () => Buffer.alloc(64),
      () => bytesBy(genuine.random, 64),
    ])
    return withSig(envelope, make())
  },
  'the same signature with another S': ({ envelope }) =>
    withSig(envelope, malleated(decoded(sigOf(envelope)))),
}
