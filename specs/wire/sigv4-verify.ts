import { sameText, sha256Hex } from './sha256.ts'
import { readSigV4Authorization, type SigV4Authorization } from './sigv4-authorization.ts'
import { amzDate, mustBeSigned, sigV4Signature } from './sigv4.ts'
import type { Credentials, KeyRing, Message, WireProblem } from './wire.ts'
import { wireProblem } from './wire-problem.ts'

/** What the server expects of a signature. Without `region` any region will do. */
export interface SigV4Expectation {
  readonly service: string
  readonly region?: string
  readonly now: Date
}

/** How far the clocks may be apart, in milliseconds (AWS, "Troubleshoot signed requests"). */
const sigV4Skew = 5 * 60 * 1000

type Problem = WireProblem | undefined

const instantOf = (text: string | undefined): Date | undefined => {
  const digits = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '')
  if (digits === null) return undefined
  const [, year, month, day, hour, minute, second] = digits
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  // the thirtieth of February parses as a day of March
  return Number.isNaN(at.getTime()) || amzDate(at) !== text ? undefined : at
}

const scopeProblem = (
  authorization: SigV4Authorization,
  at: Date,
  expected: SigV4Expectation,
): Problem => {
  const { day, region, service, terminator } = authorization
  const scope = `${day}/${region}/${service}/${terminator}`
  const place = `${expected.region ?? region}/${expected.service}`
  const wanted = `${amzDate(at).slice(0, 8)}/${place}/aws4_request`
  return scope === wanted
    ? undefined
    : wireProblem('wire.wrong-scope', `credential scope ${scope}, expected ${wanted}`)
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
  const absent = signed.filter((name) => message.headers[name] === undefined)
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
  return hash === undefined || hash === sha256Hex(message.body)
    ? undefined
    : wireProblem('wire.invalid-signature', 'x-amz-content-sha256 is not the hash of the body')
}

const judgeSignature = async (
  message: Message,
  authorization: SigV4Authorization,
  key: { readonly credentials: Credentials; readonly at: Date },
): Promise<{ readonly accessKey: string } | WireProblem> => {
  const { accessKey, region, service, signedHeaders, signature } = authorization
  const own = await sigV4Signature(message, signedHeaders, { ...key, region, service })
  return sameText(own, signature)
    ? { accessKey }
    : wireProblem('wire.invalid-signature', 'the signature is not the one of this message')
}

const readSigned = (
  message: Message,
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
  const at = instantOf(message.headers['x-amz-date'])
  if (at === undefined) return wireProblem('wire.malformed-signature', 'x-amz-date is no date')
  return { authorization, at }
}

/**
 * Who signed a message with AWS Signature Version 4 (header form), or why it can not be trusted.
 * The message is as it travelled, path prefix included. The signature is recomputed over the
 * headers it names itself; secrets are compared in constant time. A signature that covers the
 * header `date` is not understood.
 */
export async function verifySigV4(
  message: Message,
  keys: KeyRing,
  expected: SigV4Expectation,
): Promise<{ readonly accessKey: string } | WireProblem> {
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
  return await judgeSignature(message, authorization, { credentials, at })
}
