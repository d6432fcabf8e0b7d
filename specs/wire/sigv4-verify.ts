import { basicDate, readBasicDate } from './basic-date.ts'
import { splitQuery } from './query.ts'
import { readSigV4Authorization, type SigV4Authorization } from './sigv4-authorization.ts'
import { sigV4Canonical, sigV4SignatureOf } from './sigv4-canonical.ts'
import { mustBeSigned } from './sigv4.ts'
import { verifySignature, type SignatureScheme } from './verify-signature.ts'
import { wireProblem } from './wire-problem.ts'
import type { KeyRing, Message, MessageHead, Serving, WireProblem } from './wire.ts'

/** What the server expects of a signature. */
export interface SigV4Expectation extends Serving {
  readonly service: string
}

/**
 * Who signed a message with AWS Signature Version 4, or why it can not be trusted (verify-signature.ts). A signature
 * that covers the header `date` is not understood.
 */
export function verifySigV4(
  message: Message,
  keys: KeyRing,
  expected: SigV4Expectation,
): { readonly accessKey: string } | WireProblem {
  return verifySignature(schemeOf(expected), message, { keys, now: expected.now })
}

const schemeOf = (expected: SigV4Expectation): SignatureScheme<SigV4Authorization> => ({
  algorithm: 'AWS4-HMAC-SHA256',
  read: readSigV4Authorization,
  dateHeader: 'x-amz-date',
  readDate: readBasicDate,
  // AWS, "Troubleshoot signed requests"
  skew: 5 * 60 * 1000,
  tokenHeader: 'x-amz-security-token',
  contentHeader: 'x-amz-content-sha256',
  mustCover: (headers) => [...new Set(['host', ...Object.keys(headers).filter(mustBeSigned)])],
  claimProblem: (message, { authorization, at }) =>
    secondProblem(message) ?? scopeProblem(authorization, at, expected),
  proofs: (message, { authorization, at }, credentials) => {
    const { region, service, signedHeaders } = authorization
    const canonical = sigV4Canonical(message, signedHeaders)
    return [sigV4SignatureOf(canonical, { credentials, at, region, service })]
  },
})

const scopeProblem = (
  { day, region, service, terminator }: SigV4Authorization,
  at: Date,
  expected: SigV4Expectation,
): WireProblem | undefined => {
  const scope = `${day}/${region}/${service}/${terminator}`
  const today = basicDate(at).slice(0, 8)
  const wanted = expected.regions.map((one) => `${today}/${one}/${expected.service}/aws4_request`)
  return wanted.includes(scope)
    ? undefined
    : wireProblem('wire.wrong-scope', `credential scope ${scope}, expected ${wanted.join(' or ')}`)
}

/** The members of a query that sign a request in its place of a header (AWS, the same page, "query string"). */
const queryAuthorization =
  /^x-amz-(?:algorithm|credential|date|expires|security-token|signature|signedheaders)$/iu

const secondProblem = ({ path }: MessageHead): WireProblem | undefined => {
  const names = [...new URLSearchParams(splitQuery(path)[1]).keys()]
  const second = names.find((name) => queryAuthorization.test(name))
  return second === undefined
    ? undefined
    : wireProblem('wire.malformed-signature', `signed in the header, and again by ${second}`)
}
