import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { basicDate } from './basic-date.ts'
import { readSdkHmacAuthorization } from './sdk-hmac-authorization.ts'
import { verifySdkHmac } from './sdk-hmac-verify.ts'
import { sdkHmacCanonical, sdkHmacSignature, signSdkHmac } from './sdk-hmac.ts'
import { sha256Hex } from './sha256.ts'
import type { Credentials, Message } from './wire.ts'

interface Vector {
  readonly name: string
  readonly date: string
  readonly request: Message
  readonly signedHeaders: readonly string[]
  readonly canonicalHash?: string
  readonly signature?: string
}

const file = new URL('../../fixtures/vectors/sdk-hmac.json', import.meta.url)
const { credentials, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly credentials: Credentials
  readonly vectors: readonly Vector[]
}

const now = new Date('2026-03-01T12:00:00Z')
const endpoint = new URL('http://127.0.0.1:8080')
const plain: Message = {
  method: 'POST',
  path: '/v1/organizations/organizations:ous/tags?b=2&a=1&a=0',
  headers: { 'content-type': 'application/json' },
  body: '{"name":"one"}',
}
const keys = (key: string): Credentials | undefined =>
  key === credentials.accessKey ? credentials : undefined

const signed = (message: Message = plain, by: Credentials = credentials, at: Date = now): Message =>
  signSdkHmac(message, endpoint, { credentials: by, region: 'anywhere', at })

const problemOf = (message: Message, at: Date = now): string => {
  const verified = verifySdkHmac(message, keys, at)
  return 'problem' in verified ? verified.problem : verified.accessKey
}

const withHeader = (message: Message, name: string, value: string): Message => ({
  ...message,
  headers: { ...message.headers, [name]: value },
})

const withoutHeader = (message: Message, gone: string): Message => ({
  ...message,
  headers: Object.fromEntries(Object.entries(message.headers).filter(([name]) => name !== gone)),
})

test.each(vectors.filter(({ canonicalHash }) => canonicalHash))(
  'the published canonical request of $name is computed',
  ({ request, signedHeaders, canonicalHash }) => {
    expect(sha256Hex(sdkHmacCanonical(request, signedHeaders))).toBe(canonicalHash)
  },
)

test.each(vectors.filter(({ signature }) => signature))(
  'the published signature of $name is computed, and accepted',
  ({ request, signedHeaders, signature, date }) => {
    const canonical = sdkHmacCanonical(request, signedHeaders)
    expect(sdkHmacSignature(canonical, date, credentials.secret)).toBe(signature)
    const names = `SignedHeaders=${signedHeaders.join(';')}`
    const authorization = `SDK-HMAC-SHA256 Access=AccessKey, ${names}, Signature=${signature}`
    const at = new Date('2006-01-02T15:04:05Z')
    expect(problemOf(withHeader(request, 'authorization', authorization), at)).toBe('AccessKey')
  },
)

test('a message signed here is accepted here, over all its headers', () => {
  const message = signed(withHeader(plain, 'x-language', 'en-us'))
  const header = readSdkHmacAuthorization(message.headers['authorization'] ?? '')
  expect(header?.signedHeaders).toEqual(['content-type', 'host', 'x-language', 'x-sdk-date'])
  expect(message.headers['x-sdk-date']).toBe('20260301T120000Z')
  expect(problemOf(message)).toBe('AccessKey')
})

test('a path prefix of the endpoint is signed', () => {
  const below = new URL('http://127.0.0.1:8080/prefix/')
  const scope = { credentials, region: 'anywhere', at: now }
  const message = signSdkHmac(plain, below, scope)
  expect(problemOf(message)).toBe('wire.invalid-signature')
  expect(problemOf({ ...message, path: `/prefix${plain.path}` })).toBe('AccessKey')
})

test('the order of a query and the escapes of a path do not matter', () => {
  const message = signed()
  const query = plain.path.replace('?b=2&a=1&a=0', '?a=0&a=1&b=2')
  expect(problemOf({ ...message, path: query })).toBe('AccessKey')
  expect(problemOf({ ...message, path: plain.path.replace(':', '%3A') })).toBe('AccessKey')
})

test('an escaped slash is part of a step of the path', () => {
  const within = signed({ ...plain, path: '/v1/policies/a%2Fb' })
  expect(problemOf(within)).toBe('AccessKey')
  expect(problemOf({ ...within, path: '/v1/policies/a/b' })).toBe('wire.invalid-signature')
})

test('bytes are verified, not what they read like', () => {
  const text = signed({ ...plain, body: '"\uFFFD"' })
  const bytes = new Uint8Array([0x22, 0xff, 0x22])
  expect(problemOf({ ...text, bytes })).toBe('wire.invalid-signature')
})

test.each(['__proto__', 'constructor', 'tostring'])('%s is a header like any other', (name) => {
  const list = ['content-type', 'host', 'x-sdk-date', name].toSorted().join(';')
  const header = (signed().headers['authorization'] ?? '').replace(
    /SignedHeaders=[^,]*/u,
    `SignedHeaders=${list}`,
  )
  expect(problemOf(withHeader(signed(), 'authorization', header))).toBe('wire.malformed-signature')
})

test('a path that its sender escaped twice is understood', () => {
  const path = '/v1/a%3Ab'
  const message = { ...plain, path, headers: { 'x-sdk-date': basicDate(now) } }
  const canonical = sdkHmacCanonical(message, ['x-sdk-date'], 'as-sent')
  expect(canonical).toContain('/v1/a%253Ab/')
  const signature = sdkHmacSignature(canonical, basicDate(now), credentials.secret)
  const header = `SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=x-sdk-date, Signature=${signature}`
  expect(problemOf(withHeader(message, 'authorization', header))).toBe('AccessKey')
})

const spoiled: readonly [string, (message: Message) => Message, string][] = [
  ['no signature', (m) => withoutHeader(m, 'authorization'), 'wire.missing-signature'],
  ['garbage', (m) => withHeader(m, 'authorization', 'Basic x'), 'wire.malformed-signature'],
  ['no date', (m) => withoutHeader(m, 'x-sdk-date'), 'wire.malformed-signature'],
  [
    'a date that no calendar has',
    (m) => withHeader(m, 'x-sdk-date', '20260230T120000Z'),
    'wire.malformed-signature',
  ],
  ['a signed header gone', (m) => withoutHeader(m, 'content-type'), 'wire.malformed-signature'],
  ['another method', (m) => ({ ...m, method: 'PUT' }), 'wire.invalid-signature'],
  ['another path', (m) => ({ ...m, path: `${m.path}&c=1` }), 'wire.invalid-signature'],
  ['another body', (m) => ({ ...m, body: '{}' }), 'wire.invalid-signature'],
  [
    'another header value',
    (m) => withHeader(m, 'content-type', 'text/plain'),
    'wire.invalid-signature',
  ],
  [
    'the hash of another body',
    (m) => withHeader(m, 'x-sdk-content-sha256', sha256Hex('other')),
    'wire.invalid-signature',
  ],
  ['a token nobody issued', (m) => withHeader(m, 'x-security-token', 't'), 'wire.invalid-token'],
]

test.each(spoiled)('%s is refused', (_name, spoil, problem) => {
  expect(problemOf(spoil(signed()))).toBe(problem)
})

test('another secret, an unknown key and a date left unsigned are refused', () => {
  expect(problemOf(signed(plain, { ...credentials, secret: 'other' }))).toBe(
    'wire.invalid-signature',
  )
  expect(problemOf(signed(plain, { ...credentials, accessKey: 'other' }))).toBe('wire.unknown-key')
  const message = withHeader(plain, 'x-sdk-date', basicDate(now))
  const canonical = sdkHmacCanonical(message, ['content-type'])
  const signature = sdkHmacSignature(canonical, basicDate(now), credentials.secret)
  const header = `SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=content-type, Signature=${signature}`
  expect(problemOf(withHeader(message, 'authorization', header))).toBe('wire.unsigned-header')
})

const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000)

test('clocks may be fifteen minutes apart, either way', () => {
  for (const apart of [-15, 15]) expect(problemOf(signed(), minutes(apart))).toBe('AccessKey')
  const late = new Date(minutes(15).getTime() + 1000)
  expect(problemOf(signed(), late)).toBe('wire.expired')
  expect(problemOf(signed(), new Date(minutes(-15).getTime() - 1000))).toBe('wire.expired')
})

test('temporary keys send their token, which must be the one that belongs to the key', () => {
  const temporary = { ...credentials, token: 'issued' }
  const message = signed(plain, temporary)
  expect(message.headers['x-security-token']).toBe('issued')
  const verified = (token: string) => verifySdkHmac(message, () => ({ ...credentials, token }), now)
  expect(verified('issued')).toEqual({ accessKey: 'AccessKey' })
  expect(verified('another')).toMatchObject({ problem: 'wire.invalid-token' })
})

test.each([
  '',
  'SDK-HMAC-SHA256 Access=a, SignedHeaders=b;a, Signature=' + '0'.repeat(64),
  'SDK-HMAC-SHA256 Access=a, SignedHeaders=A, Signature=' + '0'.repeat(64),
  'SDK-HMAC-SHA256 Access=a, SignedHeaders=a, Signature=' + '0'.repeat(63),
  'SDK-HMAC-SHA256 SignedHeaders=a, Signature=' + '0'.repeat(64),
])('the header %j is no signature', (header) => {
  expect(readSdkHmacAuthorization(header)).toBeUndefined()
})
