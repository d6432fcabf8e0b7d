import { own } from '../contract/own.ts'
import { basicDate } from './basic-date.ts'
import { escaped, unescaped } from './percent.ts'
import { queryPairs, sortedPairs, splitQuery } from './query.ts'
import { bodyHash, hmacSha256, sha256Hex } from './sha256.ts'
import { signingKey } from './signing-key.ts'
import type { Credentials, Message } from './wire.ts'

// Both halves of the signature go by this. Its tests hold it against what the vendor published and against the vendor's own
// library, which would be a good part of the time that a message takes.

/** What a signature of AWS Signature Version 4 is bound to besides the message. */
export interface SigV4Scope {
  readonly credentials: Credentials
  readonly region: string
  readonly service: string
  /** the instant that `x-amz-date` states */
  readonly at: Date
}

/** Redundant and relative steps are taken out, the rest is escaped once more than it travels. */
const canonicalPath = (path: string): string => {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(escaped(step))
  }
  const end = steps.length > 0 && path.endsWith('/') ? '/' : ''
  return `/${steps.join('/')}${end}`
}

const canonicalQuery = (query: string): string => {
  const pairs = queryPairs(query).map((pair) => escapedAnew(pair))
  return sortedPairs(pairs)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

const escapedAnew = ([name, value]: readonly [string, string]): readonly [string, string] => [
  escaped(unescaped(name)),
  escaped(unescaped(value)),
]

/**
 * What is signed: the message in its one canonical spelling, over exactly the headers named (AWS, "Create a signed
 * AWS API request", step "Create a canonical request").
 */
export function sigV4Canonical(message: Message, names: readonly string[]): string {
  const [path, query] = splitQuery(message.path)
  return [
    message.method,
    canonicalPath(path),
    canonicalQuery(query),
    ...names.map(
      (name) => `${name}:${(own(message.headers, name) ?? '').trim().replace(/\s+/gu, ' ')}`,
    ),
    '',
    names.join(';'),
    bodyHash(message),
  ].join('\n')
}

/** The signature (64 hexadecimal digits) of a canonical request (the same page, the steps that follow). */
export function sigV4SignatureOf(canonical: string, scope: SigV4Scope): string {
  const { credentials, region, service } = scope
  const date = basicDate(scope.at)
  const place = [date.slice(0, 8), region, service, 'aws4_request'] as const
  const text = ['AWS4-HMAC-SHA256', date, place.join('/'), sha256Hex(canonical)].join('\n')
  return hmacSha256(signingKey(`AWS4${credentials.secret}`, place), text).toString('hex')
}
