import { createHmac } from 'node:crypto'

import { expect, test } from 'vitest'

import { issueToken } from './issued-token.ts'
import { sdkHmacSigning, tokenSigning } from './rest-signing.ts'
import type { Credentials, Message, Serving } from './wire.ts'

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

const serving = (at = now): Serving => ({ now: at, regions: ['anywhere'] })

const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000)

test('a token is sent in place of a signature, and the endpoint knows whose it is', async () => {
  const token = issueToken(credentials, now)
  const message = await tokenSigning.sign(plain, endpoint, scope(token))
  expect(message.headers).toEqual({ host: '127.0.0.1:8080', 'x-auth-token': token })
  expect(await tokenSigning.verify(message, keys, serving(later(23)))).toEqual({
    accessKey: 'account',
  })
})

test('a token lives for a day', async () => {
  const message = await tokenSigning.sign(plain, endpoint, scope(issueToken(credentials, now)))
  const verified = await tokenSigning.verify(message, keys, serving(later(24.1)))
  expect(verified).toMatchObject({ problem: 'wire.expired' })
})

test('a token is good from the second it was issued in', async () => {
  const message = await tokenSigning.sign(plain, endpoint, scope(issueToken(credentials, now)))
  expect(await tokenSigning.verify(message, keys, serving())).toEqual({ accessKey: 'account' })
})

/** A token with a date of its own, and the seal that belongs to it. */
const sealed = (date: string): string => {
  const seal = createHmac('sha256', 'secret').update(`account.${date}`).digest('hex')
  return `account.${date}.${seal}`
}

test.each([
  ['a second from now', '20260301T120001Z'],
  ['years from now', '99991231T235959Z'],
  ['the thirtieth of February', '20260230T120000Z'],
  ['the thirteenth month', '20261301T120000Z'],
  ['the twenty-fifth hour', '20260301T250000Z'],
])('a token of %s is refused, though it is rightly sealed', async (_name, date) => {
  const message = await tokenSigning.sign(plain, endpoint, scope(sealed(date)))
  const verified = await tokenSigning.verify(message, keys, serving())
  expect(verified).toMatchObject({ problem: 'wire.invalid-token' })
})

test.each([
  ['the one a token names', 'account', { 'x-auth-token': issueToken(credentials, now) }],
  ['none for a token of another kind', undefined, { 'x-auth-token': 'MIIOhQYJKoZI' }],
  ['none for an empty head', undefined, {}],
])('the access key that a head names is %s', (_name, named, headers) => {
  expect(tokenSigning.claimant({ method: 'GET', path: '/', headers })).toBe(named)
})

test.each([
  ['of another secret', issueToken({ ...credentials, secret: 'other' }, now), 'wire.invalid-token'],
  ['of nobody', issueToken({ ...credentials, accessKey: 'nobody' }, now), 'wire.unknown-key'],
  ['of another kind', 'MIIOhQYJKoZI', 'wire.invalid-token'],
  ['with a date of its own', 'account.yesterday.seal', 'wire.invalid-token'],
])('a token %s is refused', async (_name, token, problem) => {
  const message = await tokenSigning.sign(plain, endpoint, scope(token))
  expect(await tokenSigning.verify(message, keys, serving())).toMatchObject({ problem })
})

test('without a token keys sign', async () => {
  const message = await tokenSigning.sign(plain, endpoint, scope())
  expect(message.headers['authorization']).toMatch(/^SDK-HMAC-SHA256 Access=account, /u)
  expect(await tokenSigning.verify(message, keys, serving())).toEqual({ accessKey: 'account' })
  expect(await tokenSigning.verify(plain, keys, serving())).toMatchObject({
    problem: 'wire.missing-signature',
  })
})

const named = (account: string): Promise<Message> =>
  sdkHmacSigning.sign({ ...plain, headers: { 'x-domain-id': account } }, endpoint, scope())

const verified = async (account: string): Promise<object> =>
  sdkHmacSigning.verify(await named(account), keys, serving())

test('an account that a header names must be the one that signed', async () => {
  expect(await verified('account')).toEqual({ accessKey: 'account' })
  expect(await verified('another')).toMatchObject({ problem: 'wire.wrong-scope' })
})
