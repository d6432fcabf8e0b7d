import { beforeAll, expect, test } from 'vitest'

import { verifySigV4 } from './sigv4-verify.ts'
import { signSigV4 } from './sigv4.ts'
import type { Credentials, Message, SignedHeadersOf, SigningScope } from './wire.ts'

const credentials: Credentials = { accessKey: 'AKIA/with/slashes', secret: 's', token: 't' }
const now = new Date('2026-03-01T00:02:00Z')
const expected = { service: 'organizations', regions: ['us-east-1', 'us-west-2'], now }
const keys = (accessKey: string): Credentials | undefined =>
  accessKey === credentials.accessKey ? credentials : undefined

const message: Message = {
  method: 'POST',
  path: '/?a=1&b=2',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'T.Op' },
  body: '{"Name":"é"}',
}

const sign = (scope: Partial<SigningScope & { readonly service: string }> = {}): Message =>
  signSigV4(message, new URL('http://host:81'), {
    credentials,
    at: now,
    region: 'us-east-1',
    service: 'organizations',
    ...scope,
  })

let signed: Message
beforeAll(() => {
  signed = sign()
})

const withHeader = (name: string, value: string): Message => ({
  ...signed,
  headers: { ...signed.headers, [name]: value },
})

const without = (name: string): Message => ({
  ...signed,
  headers: Object.fromEntries(Object.entries(signed.headers).filter(([key]) => key !== name)),
})

const rewrite = (from: string | RegExp, to: string): Message =>
  withHeader('authorization', (signed.headers['authorization'] ?? '').replace(from, to))

test('an untouched message is accepted', () => {
  expect(verifySigV4(signed, keys, expected)).toEqual({ accessKey: credentials.accessKey })
})

test('headers that are not signed may change', () => {
  const proxied = withHeader('user-agent', 'x')
  expect(verifySigV4(proxied, keys, expected)).toEqual({ accessKey: credentials.accessKey })
})

const tampered: readonly (readonly [string, () => Message])[] = [
  ['method', () => ({ ...signed, method: 'PUT' })],
  ['path', () => ({ ...signed, path: '/x?a=1&b=2' })],
  ['query value', () => ({ ...signed, path: '/?a=1&b=3' })],
  ['query added', () => ({ ...signed, path: '/?a=1&b=2&b=2' })],
  ['query removed', () => ({ ...signed, path: '/?a=1' })],
  ['body', () => ({ ...signed, body: '{"Name":"e"}' })],
  ['body hash', () => withHeader('x-amz-content-sha256', '0'.repeat(64))],
  ['unsigned payload', () => withHeader('x-amz-content-sha256', 'UNSIGNED-PAYLOAD')],
  ['host', () => withHeader('host', 'host:82')],
  ['content type', () => withHeader('content-type', 'application/json')],
  ['target', () => withHeader('x-amz-target', 'T.Other')],
  ['date', () => withHeader('x-amz-date', '20260301T000201Z')],
  ['signature', () => rewrite(/Signature=.*/, `Signature=${'0'.repeat(64)}`)],
  ['region', () => rewrite('us-east-1', 'eu-west-1')],
]

test.each(tampered)('a changed %s is noticed', (_part, tamper) => {
  const elsewhere = { ...expected, regions: [...expected.regions, 'eu-west-1'] }
  expect(verifySigV4(tamper(), keys, elsewhere)).toMatchObject({
    problem: 'wire.invalid-signature',
  })
})

test('a body that was exchanged together with its hash is noticed', () => {
  const body = '{}'
  const hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
  const forged = { ...withHeader('x-amz-content-sha256', hash), body }
  expect(verifySigV4(forged, keys, expected)).toMatchObject({
    problem: 'wire.invalid-signature',
  })
})

test('another secret is noticed', () => {
  const forged = sign({ credentials: { ...credentials, secret: 'S' } })
  expect(verifySigV4(forged, keys, expected)).toMatchObject({
    problem: 'wire.invalid-signature',
  })
})

test.each([
  ['no authorization', () => without('authorization'), 'wire.missing-signature'],
  ['another scheme', () => withHeader('authorization', 'Bearer x'), 'wire.malformed-signature'],
  ['an empty one', () => withHeader('authorization', ''), 'wire.malformed-signature'],
  ['no credential', () => rewrite(/Credential=[^,]*, /, ''), 'wire.malformed-signature'],
  ['a short scope', () => rewrite(/AKIA\/with\/slashes\//, ''), 'wire.malformed-signature'],
  ['no signed headers', () => rewrite(/SignedHeaders=[^,]*, /, ''), 'wire.malformed-signature'],
  ['no signature', () => rewrite(/, Signature=.*/, ''), 'wire.malformed-signature'],
  ['a short signature', () => rewrite(/.$/, ''), 'wire.malformed-signature'],
  ['a part too many', () => rewrite(/$/, ', More=1'), 'wire.malformed-signature'],
  ['a part twice', () => rewrite(/$/, ', Signature=1'), 'wire.malformed-signature'],
  [
    'unsorted names',
    () => rewrite('content-type;host', 'host;content-type'),
    'wire.malformed-signature',
  ],
  ['capital names', () => rewrite(';host;', ';Host;'), 'wire.malformed-signature'],
  ['a signed header that is absent', () => without('x-amz-target'), 'wire.malformed-signature'],
  ['no date', () => without('x-amz-date'), 'wire.malformed-signature'],
  [
    'a date of the wrong form',
    () => withHeader('x-amz-date', '2026-03-01T00:02:00Z'),
    'wire.malformed-signature',
  ],
  [
    'a day that is none',
    () => withHeader('x-amz-date', '20260230T000200Z'),
    'wire.malformed-signature',
  ],
  ['another terminator', () => rewrite('aws4_request', 'aws5_request'), 'wire.wrong-scope'],
  ['another day in the scope', () => rewrite('/20260301/', '/20260302/'), 'wire.wrong-scope'],
  ['another service', () => rewrite('/organizations/', '/iam/'), 'wire.wrong-scope'],
  ['another region', () => rewrite('us-east-1', 'eu-west-1'), 'wire.wrong-scope'],
  ['a key nobody has', () => rewrite('AKIA/', 'AKIB/'), 'wire.unknown-key'],
  ['another token', () => withHeader('x-amz-security-token', 'T'), 'wire.invalid-token'],
  ['no token', () => without('x-amz-security-token'), 'wire.invalid-token'],
  ['host not signed', () => rewrite(';host;', ';'), 'wire.unsigned-header'],
  ['content type not signed', () => rewrite('content-type;', ''), 'wire.unsigned-header'],
  ['target not signed', () => rewrite(';x-amz-target', ''), 'wire.unsigned-header'],
  ['an x-amz header added', () => withHeader('x-amz-more', '1'), 'wire.unsigned-header'],
] as const)('%s is refused', (_name, change, problem) => {
  expect(verifySigV4(change(), keys, expected)).toMatchObject({ problem })
})

test('a region that is not served is refused, and the served ones are named', () => {
  const served = ['us-east-1', 'us-west-2']
  const elsewhere = sign({ region: 'eu-west-1' })
  const verdict = verifySigV4(elsewhere, keys, { ...expected, regions: served })
  expect(verdict).toMatchObject({ problem: 'wire.wrong-scope' })
  for (const region of served) expect(JSON.stringify(verdict)).toContain(region)
  const second = sign({ region: 'us-west-2' })
  expect(verifySigV4(second, keys, { ...expected, regions: served })).toEqual({
    accessKey: credentials.accessKey,
  })
})

test('an endpoint that serves no region believes no signature', () => {
  expect(verifySigV4(signed, keys, { ...expected, regions: [] })).toMatchObject({
    problem: 'wire.wrong-scope',
  })
})

test.each<[string, SignedHeadersOf]>([
  ['doubled', (names) => [names[0] ?? '', ...names]],
  ['unsorted', (names) => names.toReversed()],
])('a %s list of names is refused, though it is signed so', (_name, signedHeaders) => {
  expect(verifySigV4(sign({ signedHeaders }), keys, expected)).toMatchObject({
    problem: 'wire.malformed-signature',
  })
})

test('bytes are verified, not what they read like', () => {
  const text: Message = { ...message, body: '{"Name":"\uFFFD"}' }
  const bytes = Buffer.concat([Buffer.from('{"Name":"'), Buffer.from([0xff]), Buffer.from('"}')])
  const scope = { credentials, at: now, region: 'us-east-1', service: 'organizations' }
  const host = new URL('http://host:81')
  const signedText = signSigV4(text, host, scope)
  expect(verifySigV4({ ...signedText, bytes }, keys, expected)).toMatchObject({
    problem: 'wire.invalid-signature',
  })
  const signedBytes = signSigV4({ ...text, bytes }, host, scope)
  expect(verifySigV4(signedBytes, keys, expected)).toEqual({ accessKey: credentials.accessKey })
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'a signed header %s is looked up like any other',
  (name) => {
    const names = (signed.headers['authorization'] ?? '').replace(
      /SignedHeaders=([^,]*)/u,
      (_, list: string) =>
        `SignedHeaders=${[...list.split(';'), name.toLowerCase()].toSorted().join(';')}`,
    )
    expect(verifySigV4(withHeader('authorization', names), keys, expected)).toMatchObject({
      problem: 'wire.malformed-signature',
    })
  },
)

test.each([
  'X-Amz-Signature',
  'x-amz-signature',
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-SignedHeaders',
  'X-Amz-Expires',
  'X-Amz-Security-Token',
  'X%2DAmz-Signature',
])('a request is signed in one place: %s in the query beside the header', (name) => {
  const twice = { ...signed, path: `${signed.path}&${name}=1` }
  expect(verifySigV4(twice, keys, expected)).toMatchObject({
    problem: 'wire.malformed-signature',
  })
})

test('query names that every object inherits count like others', () => {
  const inherited = { ...signed, path: `${signed.path}&__proto__=1` }
  expect(verifySigV4(inherited, keys, expected)).toMatchObject({
    problem: 'wire.invalid-signature',
  })
})

test('a token with keys that have none is refused', () => {
  const { token: _token, ...lasting } = credentials
  expect(verifySigV4(signed, () => lasting, expected)).toMatchObject({
    problem: 'wire.invalid-token',
  })
})

test('lasting keys need no token', () => {
  const { token: _token, ...lasting } = credentials
  const plain = sign({ credentials: lasting })
  expect(plain.headers['x-amz-security-token']).toBeUndefined()
  expect(verifySigV4(plain, () => lasting, expected)).toEqual({
    accessKey: lasting.accessKey,
  })
})

test.each([
  ['exactly five minutes late', 300, undefined],
  ['a second more', 301, 'wire.expired'],
  ['exactly five minutes early', -300, undefined],
  ['a second earlier still', -301, 'wire.expired'],
])('%s', (_name, seconds, problem) => {
  const clock = new Date(now.getTime() + seconds * 1000)
  const verdict = verifySigV4(signed, keys, { ...expected, now: clock })
  expect('problem' in verdict ? verdict.problem : undefined).toBe(problem)
})

test('of what is too old and of a wrong scope, the scope is told', () => {
  const clock = new Date(now.getTime() + 301_000)
  const verdict = verifySigV4(rewrite('/organizations/', '/iam/'), keys, {
    ...expected,
    now: clock,
  })
  expect(verdict).toMatchObject({ problem: 'wire.wrong-scope' })
})

test('a problem tells neither secret nor token', () => {
  const problems = [
    verifySigV4(withHeader('x-amz-security-token', 'planted-token'), keys, expected),
    verifySigV4(
      sign({ credentials: { ...credentials, secret: 'planted-secret' } }),
      keys,
      expected,
    ),
  ]
  expect(JSON.stringify(problems)).not.toContain('planted')
})
