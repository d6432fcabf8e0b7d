import { createHmac } from 'node:crypto'

import { sdkDate } from './sdk-hmac.ts'
import { sameText } from './sha256.ts'
import { wireProblem } from './wire-problem.ts'
import type { Credentials, KeyRing, Message, WireProblem } from './wire.ts'

/** How long a token is good, in milliseconds (CodeArts document, line 316). */
const tokenLife = 24 * 60 * 60 * 1000

const sealOf = (accessKey: string, date: string, secret: string): string =>
  createHmac('sha256', secret).update(`${accessKey}.${date}`).digest('hex')

/**
 * A token as the embedded endpoint understands it: whose it is, when it was issued, and a seal that only the
 * secret makes. Real services issue opaque ones, which only they can read.
 */
export function issueToken({ accessKey, secret }: Credentials, at: Date): string {
  const date = sdkDate(at)
  return `${accessKey}.${date}.${sealOf(accessKey, date, secret)}`
}

const issuedAt = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u, '$1-$2-$3T$4:$5:$6Z'))

interface Token {
  readonly accessKey: string
  readonly date: string
  readonly seal: string
}

const readToken = (text: string): Token | undefined => {
  const form = /^(?<accessKey>[^.]+)\.(?<date>\d{8}T\d{6}Z)\.(?<seal>[0-9a-f]{64})$/u
  return form.exec(text)?.groups as Token | undefined
}

/** Whose token a message carries in `x-auth-token`, or why it can not be trusted. */
export function verifyToken(
  { headers }: Message,
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
  const age = now.getTime() - issuedAt(date)
  return age > tokenLife
    ? wireProblem('wire.expired', `the token was issued ${age / 1000} s ago`)
    : { accessKey }
}
