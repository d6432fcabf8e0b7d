import { createHmac } from 'node:crypto'

import { own } from '../contract/own.ts'
import { basicDate } from './basic-date.ts'
import { escaped, unescaped } from './percent.ts'
import { bodyHash, sha256Hex } from './sha256.ts'
import type { Credentials, Message } from './wire.ts'

// The server's half of the signature. The client's half is the vendor's own library: each finds the other's mistakes.
// Only a list of signed headers that the caller chose is signed with this half, as the library writes its own.

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

const inOrder = (one: string, other: string): number => {
  if (one === other) return 0
  return one < other ? -1 : 1
}

const canonicalQuery = (query: string): string =>
  query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=')
      return [escaped(unescaped(name)), escaped(unescaped(rest.join('=')))] as const
    })
    .toSorted(([a, x], [b, y]) => inOrder(a, b) || inOrder(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

/**
 * What is signed: the message in its one canonical spelling, over exactly the headers named (AWS, "Create a signed
 * AWS API request", step "Create a canonical request").
 */
export function sigV4Canonical(message: Message, names: readonly string[]): string {
  const [path = '/', ...query] = message.path.split('?')
  return [
    message.method,
    canonicalPath(path),
    canonicalQuery(query.join('?')),
    ...names.map(
      (name) => `${name}:${(own(message.headers, name) ?? '').trim().replace(/\s+/gu, ' ')}`,
    ),
    '',
    names.join(';'),
    bodyHash(message),
  ].join('\n')
}

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()

/** The signature (64 hexadecimal digits) of a canonical request (the same page, the steps that follow). */
export function sigV4SignatureOf(canonical: string, scope: SigV4Scope): string {
  const { credentials, region, service } = scope
  const date = basicDate(scope.at)
  const place = [date.slice(0, 8), region, service, 'aws4_request']
  const text = ['AWS4-HMAC-SHA256', date, place.join('/'), sha256Hex(canonical)].join('\n')
  const key = place.reduce<string | Buffer>(hmac, `AWS4${credentials.secret}`)
  return hmac(key, text).toString('hex')
}
