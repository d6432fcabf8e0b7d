import { expect, test } from 'vitest'

import { issueToken } from './issued-token.ts'
import { sdkHmacSigning, tokenSigning } from './rest-signing.ts'
import type { Credentials, Message } from './wire.ts'

const credentials: Credentials = { accessKey: 'account', secret: 'secret' }
const keys = (key: string): Credentials | undefined => (key === 'account' ? credentials : undefined)
const now = new Date('2026-03-01T12:00:00Z')
const endpoint = new URL('http://127.0.0.1:8080')
const plain: Message = { method: 'GET', path: '/', headers: {}, body: '' }
const scope = (token?: string) => ({
  credentials: token === undefined ? credentials : { ...credentials, token },
  region: 'anywhere',
  at: now,
})

const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000)

test('a token is sent in place of a signature, and the endpoint knows whose it is', async () => {
  const token = issueToken(credentials, now)
  const message = await tokenSigning.sign(plain, endpoint, scope(token))
  expect(message.headers).toEqual({ host: '127.0.0.1:8080', 'x-auth-token': token })
  expect(await tokenSigning.verify(message, keys, later(23))).toEqual({ accessKey: 'account' })
})

test('a token lives for a day', async () => {
  const message = await tokenSigning.sign(plain, endpoint, scope(issueToken(credentials, now)))
  const verified = await tokenSigning.verify(message, keys, later(24.1))
  expect(verified).toMatchObject({ problem: 'wire.expired' })
})

test.each([
  ['of another secret', issueToken({ ...credentials, secret: 'other' }, now), 'wire.invalid-token'],
  ['of nobody', issueToken({ ...credentials, accessKey: 'nobody' }, now), 'wire.unknown-key'],
  ['of another kind', 'MIIOhQYJKoZI', 'wire.invalid-token'],
  ['with a date of its own', 'account.yesterday.seal', 'wire.invalid-token'],
])('a token %s is refused', async (_name, token, problem) => {
  const message = await tokenSigning.sign(plain, endpoint, scope(token))
  expect(await tokenSigning.verify(message, keys, now)).toMatchObject({ problem })
})

test('without a token keys sign', async () => {
  const message = await tokenSigning.sign(plain, endpoint, scope())
  expect(message.headers['authorization']).toMatch(/^SDK-HMAC-SHA256 Access=account, /u)
  expect(await tokenSigning.verify(message, keys, now)).toEqual({ accessKey: 'account' })
  expect(await tokenSigning.verify(plain, keys, now)).toMatchObject({
    problem: 'wire.missing-signature',
  })
})

const named = (account: string): Promise<Message> =>
  sdkHmacSigning.sign({ ...plain, headers: { 'x-domain-id': account } }, endpoint, scope())

const verified = async (account: string): Promise<object> =>
  sdkHmacSigning.verify(await named(account), keys, now)

test('an account that a header names must be the one that signed', async () => {
  expect(await verified('account')).toEqual({ accessKey: 'account' })
  expect(await verified('another')).toMatchObject({ problem: 'wire.wrong-scope' })
})
