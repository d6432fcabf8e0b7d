import { own } from '../contract/own.ts'
import { sameText } from './sha256.ts'
import { readTc3Authorization, type Tc3Authorization } from './tc3-authorization.ts'
import { tc3Canonical, tc3Day, tc3Signature, type SignedHeaders } from './tc3.ts'
import { wireProblem } from './wire-problem.ts'
import type { Credentials, KeyRing, Message, WireProblem } from './wire.ts'

/** How far the clocks may be apart, in seconds (001_eccd419a0cd351db.txt, line 79). */
const skew = 5 * 60

type Problem = WireProblem | undefined

/** Who signed, when, with which header. */
interface Signed {
  readonly authorization: Tc3Authorization
  readonly timestamp: number
}

/**
 * Who signed a message with TC3-HMAC-SHA256 (header form), or why it can not be trusted. The
 * message is as it travelled, path prefix included. The signature is recomputed over the headers it
 * names itself; the vendor's own clients sign the host without its port, so either form counts, and
 * take the first label of the host for the service.
 */
export function verifyTc3(
  message: Message,
  keys: KeyRing,
  expected: { readonly service: string; readonly now: Date },
): { readonly accessKey: string } | WireProblem {
  const signed = readSigned(message)
  if ('problem' in signed) return signed
  const early = timeProblem(signed, expected.now) ?? scopeProblem(message, signed, expected.service)
  if (early !== undefined) return early
  const { accessKey } = signed.authorization
  const credentials = keys(accessKey)
  if (credentials === undefined) {
    return wireProblem('wire.unknown-key', `nobody has the secret id ${accessKey}`)
  }
  return (
    tokenProblem(message, credentials) ??
    coverageProblem(message, signed.authorization) ??
    signatureProblem(message, signed, credentials) ?? { accessKey }
  )
}

const readSigned = (message: Message): Signed | WireProblem => {
  const header = message.headers['authorization']
  if (header === undefined) return wireProblem('wire.missing-signature', 'no header authorization')
  const authorization = readTc3Authorization(header)
  if (authorization === undefined) {
    return wireProblem(
      'wire.malformed-signature',
      'authorization is not of the TC3-HMAC-SHA256 form',
    )
  }
  const digits = message.headers['x-tc-timestamp'] ?? ''
  return /^\d{1,11}$/u.test(digits)
    ? { authorization, timestamp: Number(digits) }
    : wireProblem('wire.malformed-signature', 'x-tc-timestamp is no Unix time')
}

const timeProblem = ({ timestamp }: Signed, now: Date): Problem => {
  const apart = Math.abs(now.getTime() / 1000 - timestamp)
  return apart <= skew
    ? undefined
    : wireProblem('wire.expired', `x-tc-timestamp is ${Math.round(apart)} seconds off`)
}

const scopeProblem = (
  { headers }: Message,
  { authorization, timestamp }: Signed,
  service: string,
): Problem => {
  const { day, terminator } = authorization
  const [label] = (headers['host'] ?? '').split('.')
  const fits = authorization.service === service || authorization.service === label
  return fits && day === tc3Day(timestamp) && terminator === 'tc3_request'
    ? undefined
    : wireProblem(
        'wire.wrong-scope',
        `credential scope ${day}/${authorization.service}/${terminator}, expected ${tc3Day(timestamp)}/${service}/tc3_request`,
      )
}

const tokenProblem = ({ headers }: Message, { token }: Credentials): Problem => {
  const given = headers['x-tc-token']
  const fits = given === undefined || token === undefined ? given === token : sameText(given, token)
  return fits
    ? undefined
    : wireProblem('wire.invalid-token', 'the token is not the one of this secret id')
}

const coverageProblem = ({ headers }: Message, { signedHeaders }: Tc3Authorization): Problem => {
  const absent = signedHeaders.filter((name) => own(headers, name) === undefined)
  if (absent.length > 0) {
    return wireProblem('wire.malformed-signature', `signed but absent: ${absent.join(', ')}`)
  }
  const bare = ['content-type', 'host'].filter((name) => !signedHeaders.includes(name))
  return bare.length === 0
    ? undefined
    : wireProblem('wire.unsigned-header', `not signed: ${bare.join(', ')}`)
}

const signatureProblem = (
  message: Message,
  { authorization, timestamp }: Signed,
  { secret }: Credentials,
): Problem => {
  const { service, signature, signedHeaders } = authorization
  const fits = spellings(message, signedHeaders).some((headers) =>
    sameText(
      tc3Signature(tc3Canonical(message, headers), { secret, service, timestamp }),
      signature,
    ),
  )
  return fits
    ? undefined
    : wireProblem('wire.invalid-signature', 'the signature is not the one of this message')
}

/** Values are signed in lower case (the page) or as they travel (the clients), hosts with or without port. */
const spellings = ({ headers }: Message, names: readonly string[]): readonly SignedHeaders[] => {
  const plain = names.map((name) => [name, own(headers, name) ?? ''] as const)
  const portless = plain.map(([name, value]) =>
    name === 'host' ? ([name, value.replace(/:\d+$/u, '')] as const) : ([name, value] as const),
  )
  return [plain, portless].flatMap((signed) => [
    signed,
    signed.map(([name, value]) => [name, value.toLowerCase()] as const),
  ])
}
