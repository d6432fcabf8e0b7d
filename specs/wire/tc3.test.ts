import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { sha256Hex } from './sha256.ts'
import { readTc3Authorization } from './tc3-authorization.ts'
import { verifyTc3 } from './tc3-verify.ts'
import { signTc3, tc3Canonical, tc3Day, tc3Signature } from './tc3.ts'
import type { Credentials, Message, SigningScope } from './wire.ts'

interface Vectors {
  readonly service: string
  readonly timestamp: number
  readonly day: string
  readonly request: Message
  readonly bodyHash: string
  readonly canonicalHash: string
  readonly vectors: readonly {
    readonly name: string
    readonly secret: string
    readonly signature: string
  }[]
}

const known = JSON.parse(
  readFileSync(new URL('../../fixtures/vectors/tc3.json', import.meta.url), 'utf8'),
) as Vectors

test('the canonical form is the published one', () => {
  const canonical = tc3Canonical(known.request, Object.entries(known.request.headers))
  expect(sha256Hex(known.request.body)).toBe(known.bodyHash)
  expect(sha256Hex(canonical)).toBe(known.canonicalHash)
  expect(tc3Day(known.timestamp)).toBe(known.day)
})

test.each(known.vectors)('the signature is the published one: $name', ({ secret, signature }) => {
  const canonical = tc3Canonical(known.request, Object.entries(known.request.headers))
  expect(tc3Signature(canonical, { ...known, secret })).toBe(signature)
})

const endpoint = new URL('http://127.0.0.1:4321')
const now = new Date('2026-03-01T23:59:58.700Z')
const credentials: Credentials = { accessKey: '100000000001', secret: 'a secret' }
const scope: SigningScope = { credentials, region: 'ap-guangzhou', at: now }
const keys = (key: string): Credentials | undefined =>
  key === credentials.accessKey ? credentials : undefined
const plain: Message = {
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/json; charset=utf-8', 'x-tc-action': 'GetOrganization' },
  body: '{}',
}
const signed = (change: Partial<SigningScope> = {}): Message =>
  signTc3(plain, endpoint, { ...scope, ...change, service: 'organization' })
const judged = (message: Message, at = now): string => {
  const verdict = verifyTc3(message, keys, { service: 'organization', now: at })
  return 'problem' in verdict ? verdict.problem : verdict.accessKey
}
const withHeader = (name: string, value: string, message = signed()): Message => ({
  ...message,
  headers: { ...message.headers, [name]: value },
})
const authorization = signed().headers['authorization'] ?? ''

test('a signed message names its signer', () => {
  expect(judged(signed())).toBe(credentials.accessKey)
  expect(readTc3Authorization(authorization)).toMatchObject({
    accessKey: credentials.accessKey,
    day: '2026-03-01',
    service: 'organization',
    signedHeaders: ['content-type', 'host', 'x-tc-action'],
  })
})

test.each([
  ['body', { ...signed(), body: '{"a":1}' }],
  ['query', { ...signed(), path: '/?a=1' }],
  ['path', { ...signed(), path: '/other' }],
  ['method', { ...signed(), method: 'GET' }],
  ['action', withHeader('x-tc-action', 'DeleteOrganization')],
  ['host', withHeader('host', 'elsewhere')],
  ['content type', withHeader('content-type', 'text/plain')],
  ['time', withHeader('x-tc-timestamp', String(Math.floor(now.getTime() / 1000) - 1))],
  ['signature', withHeader('authorization', authorization.replace(/.{4}$/u, '0000'))],
])('a changed %s spoils the signature', (_, message) => {
  expect(judged(message)).toBe('wire.invalid-signature')
})

test.each([
  [299, '100000000001'],
  [301, 'wire.expired'],
  [-299, '100000000001'],
  [-301, 'wire.expired'],
])('clocks %i seconds apart: %s', (seconds, verdict) => {
  const at = new Date(Math.floor(now.getTime() / 1000) * 1000 + seconds * 1000)
  expect(judged(signed(), at)).toBe(verdict)
})

test('of what is too old and of a wrong scope, the age is told', () => {
  const wrong = withHeader('authorization', authorization.replace('organization', 'cvm'))
  expect(judged(wrong, new Date(now.getTime() + 301_000))).toBe('wire.expired')
})

test.each([
  ['no header', 'wire.missing-signature', { ...signed(), headers: plain.headers }],
  ['another scheme', 'wire.malformed-signature', withHeader('authorization', 'Basic abc')],
  ['no time', 'wire.malformed-signature', withHeader('x-tc-timestamp', 'soon')],
  [
    'another service',
    'wire.wrong-scope',
    withHeader('authorization', authorization.replace('organization', 'cvm')),
  ],
  [
    'another day',
    'wire.wrong-scope',
    withHeader('authorization', authorization.replace('2026-03-01', '2026-03-02')),
  ],
  [
    'another terminator',
    'wire.wrong-scope',
    withHeader('authorization', authorization.replace('tc3_request', 'aws4_request')),
  ],
  [
    'an unsigned host',
    'wire.unsigned-header',
    withHeader('authorization', authorization.replace(';host', '')),
  ],
  [
    'a signed header that is not there',
    'wire.malformed-signature',
    withHeader('authorization', authorization.replace(';x-tc-action', ';x-tc-nothing')),
  ],
  [
    'a header signed twice',
    'wire.malformed-signature',
    withHeader('authorization', authorization.replace('host;', 'host;host;')),
  ],
  [
    'names out of order',
    'wire.malformed-signature',
    withHeader('authorization', authorization.replace('content-type;host', 'host;content-type')),
  ],
  [
    'a header that every object inherits',
    'wire.malformed-signature',
    withHeader(
      'authorization',
      authorization.replace('content-type;', 'constructor;content-type;'),
    ),
  ],
  [
    'an unknown key',
    'wire.unknown-key',
    signed({ credentials: { ...credentials, accessKey: 'AKIDnobody' } }),
  ],
  [
    'a wrong secret',
    'wire.invalid-signature',
    signed({ credentials: { ...credentials, secret: 'x' } }),
  ],
  [
    'a token nobody issued',
    'wire.invalid-token',
    signed({ credentials: { ...credentials, token: 't' } }),
  ],
])('%s is %s', (_, problem, message) => {
  expect(judged(message)).toBe(problem)
})

test('a temporary key comes with its token', () => {
  const temporary = { ...credentials, token: 'for a while' }
  const ring = (): Credentials => temporary
  const message = signed({ credentials: temporary })
  expect(verifyTc3(message, ring, { service: 'organization', now })).toEqual({
    accessKey: credentials.accessKey,
  })
  const without = verifyTc3(signed(), ring, { service: 'organization', now })
  expect(without).toMatchObject({ problem: 'wire.invalid-token' })
})

test('a path prefix of the endpoint is signed', () => {
  const prefixed = signTc3(plain, new URL('http://127.0.0.1:4321/tencent/'), {
    ...scope,
    service: 'organization',
  })
  expect(judged(prefixed)).toBe('wire.invalid-signature')
  expect(judged({ ...prefixed, path: '/tencent/' })).toBe(credentials.accessKey)
})

test('bytes are verified, not what they read like', () => {
  const text = signTc3({ ...plain, body: '"\uFFFD"' }, endpoint, {
    ...scope,
    service: 'organization',
  })
  const bytes = new Uint8Array([0x22, 0xff, 0x22])
  expect(judged(text)).toBe(credentials.accessKey)
  expect(judged({ ...text, bytes })).toBe('wire.invalid-signature')
})

test("the vendor's clients sign the host without its port, and its first label as the service", () => {
  const portless = signTc3(plain, new URL('http://127.0.0.1'), { ...scope, service: '127' })
  expect(judged(withHeader('host', '127.0.0.1:4321', portless))).toBe(credentials.accessKey)
})
