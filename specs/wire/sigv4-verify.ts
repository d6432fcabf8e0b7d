import { own } from '../contract/own.ts'
import { readBasicDate } from './basic-date.ts'
import { bodyHash, sameText } from './sha256.ts'
import { readSigV4Authorization, type SigV4Authorization } from './sigv4-authorization.ts'
import { sigV4Canonical, sigV4SignatureOf } from './sigv4-canonical.ts'
import { amzDate, mustBeSigned } from './sigv4.ts'
import { wireProblem } from './wire-problem.ts'
import type { Credentials, KeyRing, Message, MessageHead, Serving, WireProblem } from './wire.ts'

/** What the server expects of a signature. */
export interface SigV4Expectation extends Serving {
  readonly service: string
}

/** How far the clocks may be apart, in milliseconds (AWS, "Troubleshoot signed requests"). */
const sigV4Skew = 5 * 60 * 1000

type Problem = WireProblem | undefined

const scopeProblem = (
  authorization: SigV4Authorization,
  at: Date,
  expected: SigV4Expectation,
): Problem => {
  const { day, region, service, terminator } = authorization
  const scope = `${day}/${region}/${service}/${terminator}`
  const wanted = expected.regions.map((one) => {
    const place = `${one}/${expected.service}`
    return `${amzDate(at).slice(0, 8)}/${place}/aws4_request`
  })
  return wanted.includes(scope)
    ? undefined
    : wireProblem('wire.wrong-scope', `credential scope ${scope}, expected ${wanted.join(' or ')}`)
}

const timeProblem = (at: Date, now: Date): Problem => {
  const apart = now.getTime() - at.getTime()
  return Math.abs(apart) <= sigV4Skew
    ? undefined
    : wireProblem('wire.expired', `signed ${apart / 1000} s before the server's clock`)
}

const tokenProblem = (message: Message, credentials: Credentials): Problem => {
  const token = message.headers['x-amz-security-token']
  if (token === undefined && credentials.token === undefined) return undefined
  return token !== undefined &&
    credentials.token !== undefined &&
    sameText(token, credentials.token)
    ? undefined
    : wireProblem('wire.invalid-token', 'the session token is not the one of this access key')
}

const coverageProblem = (message: Message, signed: readonly string[]): Problem => {
  const absent = signed.filter((name) => own(message.headers, name) === undefined)
  if (absent.length > 0) {
    return wireProblem('wire.malformed-signature', `signed but absent: ${absent.join(', ')}`)
  }
  if (!signed.includes('host')) return wireProblem('wire.unsigned-header', 'not signed: host')
  const bare = Object.keys(message.headers).filter(
    (name) => mustBeSigned(name) && !signed.includes(name),
  )
  return bare.length === 0
    ? undefined
    : wireProblem('wire.unsigned-header', `not signed: ${bare.join(', ')}`)
}

const contentProblem = (message: Message): Problem => {
  const hash = message.headers['x-amz-content-sha256']
  return hash === undefined || hash === bodyHash(message)
    ? undefined
    : wireProblem('wire.invalid-signature', 'x-amz-content-sha256 is not the hash of the body')
}

const judgeSignature = (
  message: Message,
  authorization: SigV4Authorization,
  key: { readonly credentials: Credentials; readonly at: Date },
): { readonly accessKey: string } | WireProblem => {
  const { accessKey, region, service, signedHeaders, signature } = authorization
  const canonical = sigV4Canonical(message, signedHeaders)
  return sameText(sigV4SignatureOf(canonical, { ...key, region, service }), signature)
    ? { accessKey }
    : wireProblem('wire.invalid-signature', 'the signature is not the one of this message')
}

/** The members of a query that sign a request in its place of a header (AWS, the same page, "query string"). */
const queryAuthorization =
  /^x-amz-(?:algorithm|credential|date|expires|security-token|signature|signedheaders)$/iu

const secondAuthorization = ({ path }: MessageHead): string | undefined =>
  [...new URLSearchParams(path.split('?').slice(1).join('?')).keys()].find((name) =>
    queryAuthorization.test(name),
  )

const readSigned = (
  message: MessageHead,
): { readonly authorization: SigV4Authorization; readonly at: Date } | WireProblem => {
  const header = message.headers['authorization']
  if (header === undefined) return wireProblem('wire.missing-signature', 'no header authorization')
  const authorization = readSigV4Authorization(header)
  if (authorization === undefined) {
    return wireProblem(
      'wire.malformed-signature',
      'authorization is not of the AWS4-HMAC-SHA256 form',
    )
  }
  const second = secondAuthorization(message)
  if (second !== undefined) {
    return wireProblem('wire.malformed-signature', `signed in the header, and again by ${second}`)
  }
  const at = readBasicDate(message.headers['x-amz-date'] ?? '')
  if (at === undefined) return wireProblem('wire.malformed-signature', 'x-amz-date is no date')
  return { authorization, at }
}

/**
 * Who signed a message with AWS Signature Version 4 (header form), or why it can not be trusted.
 * The message is as it travelled, path prefix included. The signature is recomputed over the
 * headers it names itself; secrets are compared in constant time. A signature that covers the
 * header `date` is not understood.
 */
export function verifySigV4(
  message: Message,
  keys: KeyRing,
  expected: SigV4Expectation,
): { readonly accessKey: string } | WireProblem {
  const signed = readSigned(message)
  if ('problem' in signed) return signed
  const { authorization, at } = signed
  const early = scopeProblem(authorization, at, expected) ?? timeProblem(at, expected.now)
  if (early !== undefined) return early
  const credentials = keys(authorization.accessKey)
  if (credentials === undefined) {
    return wireProblem('wire.unknown-key', `nobody has the access key ${authorization.accessKey}`)
  }
  const late =
    tokenProblem(message, credentials) ??
    coverageProblem(message, authorization.signedHeaders) ??
    contentProblem(message)
  if (late !== undefined) return late
  return judgeSignature(message, authorization, { credentials, at })
}
