import { basicDate, readBasicDate } from './basic-date.ts'
import { hmacSha256, sameText } from './sha256.ts'
import { wireProblem } from './wire-problem.ts'
import type { Credentials, KeyRing, MessageHead, WireProblem } from './wire.ts'

/** How long a token is good, in milliseconds (CodeArts document, line 316). */
const tokenLife = 24 * 60 * 60 * 1000

const sealOf = (accessKey: string, date: string, secret: string): string =>
  hmacSha256(secret, `${accessKey}.${date}`).toString('hex')

/**
 * A token as the embedded endpoint understands it: whose it is, when it was issued, and a seal that only the
 * secret makes. Real services issue opaque ones, which only they can read.
 */
export function issueToken({ accessKey, secret }: Credentials, at: Date): string {
  const date = basicDate(at)
  return `${accessKey}.${date}.${sealOf(accessKey, date, secret)}`
}

/** The parts of a token, believed or not. */
export interface Token {
  readonly accessKey: string
  readonly date: string
  readonly seal: string
}

/** Takes a token apart; undefined when it is none of the embedded endpoint's. */
export function readToken(text: string): Token | undefined {
  const form = /^(?<accessKey>[^.]+)\.(?<date>\d{8}T\d{6}Z)\.(?<seal>[0-9a-f]{64})$/u
  return form.exec(text)?.groups as Token | undefined
}

/** Whose token a message carries in `x-auth-token`, or why it can not be trusted. */
export function verifyToken(
  { headers }: MessageHead,
  keys: KeyRing,
  now: Date,
): { readonly accessKey: string } | WireProblem {
  const token = readToken(headers['x-auth-token'] ?? '')
  if (token === undefined) return wireProblem('wire.invalid-token', 'no token of this endpoint')
  const { accessKey, date, seal } = token
  const credentials = keys(accessKey)
  if (credentials === undefined) {
    return wireProblem('wire.unknown-key', `nobody has the access key ${accessKey}`)
  }
  if (!sameText(sealOf(accessKey, date, credentials.secret), seal)) {
    return wireProblem('wire.invalid-token', 'the token was not issued here')
  }
  return ageProblem(date, now) ?? { accessKey }
}

/** The same clock issues and judges: there is no skew to allow for. */
const ageProblem = (date: string, now: Date): WireProblem | undefined => {
  const issued = readBasicDate(date)
  if (issued === undefined) return wireProblem('wire.invalid-token', `no calendar has ${date}`)
  const age = now.getTime() - issued.getTime()
  if (age < 0) return wireProblem('wire.invalid-token', `the token is of ${-age / 1000} s from now`)
  return age > tokenLife
    ? wireProblem('wire.expired', `the token was issued ${age / 1000} s ago`)
    : undefined
}
