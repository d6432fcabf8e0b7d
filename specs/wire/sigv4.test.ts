import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { basicDate } from './basic-date.ts'
import { readSigV4Authorization } from './sigv4-authorization.ts'
import { sigV4Canonical, sigV4SignatureOf } from './sigv4-canonical.ts'
import { verifySigV4 } from './sigv4-verify.ts'
import { signSigV4 } from './sigv4.ts'
import type { Credentials, Message, SignedHeadersOf } from './wire.ts'

interface Vector {
  readonly name: string
  readonly request: Message
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

interface Vectors {
  readonly credentials: Credentials
  readonly region: string
  readonly service: string
  readonly at: string
  readonly vectors: readonly Vector[]
}

const file = new URL('../../fixtures/vectors/sigv4.json', import.meta.url)
const { credentials, region, service, at, vectors } = JSON.parse(
  readFileSync(file, 'utf8'),
) as Vectors

const now = new Date(at)
const scope = { credentials, region, service, at: now }

test.each(vectors)('the published request $name is accepted', async (vector) => {
  const credential = `${credentials.accessKey}/20150830/${region}/${service}/aws4_request`
  const signedHeaders = vector.signedHeaders.join(';')
  const parts = `SignedHeaders=${signedHeaders}, Signature=${vector.signature}`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, ${parts}`
  const message = { ...vector.request, headers: { ...vector.request.headers, authorization } }
  const token = vector.request.headers['x-amz-security-token']
  const keys = () => ({ ...credentials, ...(token === undefined ? {} : { token }) })
  expect(verifySigV4(message, keys, { service, regions: [region], now })).toEqual({
    accessKey: credentials.accessKey,
  })
})

test('signing covers host, content type and x-amz headers, and no others', () => {
  const message: Message = {
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'text/plain', 'user-agent': 'orgproof', 'x-amz-target': 'A.B' },
    body: '{}',
  }
  const temporary = { ...credentials, token: 'a token' }
  const signed = signSigV4(message, new URL('http://127.0.0.1:4566/base'), {
    ...scope,
    credentials: temporary,
  })
  expect(signed).toMatchObject({ method: 'POST', path: '/', body: '{}' })
  expect(signed.headers).toMatchObject({
    host: '127.0.0.1:4566',
    'x-amz-date': '20150830T123600Z',
    'x-amz-content-sha256': '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    'x-amz-security-token': 'a token',
    'user-agent': 'orgproof',
  })
  expect(readSigV4Authorization(signed.headers['authorization'] ?? '')).toMatchObject({
    accessKey: 'AKIDEXAMPLE',
    day: '20150830',
    region: 'us-east-1',
    service: 'service',
    signedHeaders: [
      'content-type',
      'host',
      'x-amz-content-sha256',
      'x-amz-date',
      'x-amz-security-token',
      'x-amz-target',
    ],
  })
  const arrived = { ...signed, path: '/base/' }
  expect(verifySigV4(arrived, () => temporary, { service, regions: [region], now })).toEqual({
    accessKey: 'AKIDEXAMPLE',
  })
})

test.each<[string, SignedHeadersOf]>([
  ['once more', (names) => [names[0] ?? '', ...names]],
  ['in another order', (names) => names.toReversed()],
  ['without one', (names) => names.slice(1)],
])('names can be signed %s: just as they are written', (_, signedHeaders) => {
  const message: Message = { method: 'POST', path: '/?a=1', headers: { 'x-amz-a': 'b' }, body: '' }
  const endpoint = new URL('http://127.0.0.1:4566')
  const usual = ['host', 'x-amz-a', 'x-amz-content-sha256', 'x-amz-date']
  const signed = signSigV4(message, endpoint, { ...scope, signedHeaders })
  const names = signedHeaders(usual)
  const signature = sigV4SignatureOf(sigV4Canonical(signed, names), scope)
  expect(signed.headers['authorization']).toContain(
    `SignedHeaders=${names.join(';')}, Signature=${signature}`,
  )
})

test('a date is written in UTC and in whole seconds', () => {
  expect(basicDate(new Date('2026-01-02T03:04:05.999+01:00'))).toBe('20260102T020405Z')
})
