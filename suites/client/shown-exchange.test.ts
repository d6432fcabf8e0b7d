import { expect, test } from 'vitest'

import { redactionOf } from './redaction.ts'
import { exchangeShower, shownExchange } from './shown-exchange.ts'
import type { Target } from './target.ts'

const target: Target = {
  name: 'some',
  vendor: 'aws',
  endpoint: 'http://127.0.0.1:1',
  region: 'us-east-1',
  accounts: {
    mode: 'fixed',
    management: {
      account: '111122223333',
      credentials: { accessKey: 'KEY', secret: 'planted-secret', token: 'planted-token' },
    },
    invitee: { account: '444455556666', credentials: { accessKey: 'OTHER', secret: 'pass' } },
  },
  absent: {},
  limits: {},
  concurrency: 1,
  deadline: 1000,
  readOnly: true,
}

const exchange = {
  id: 1,
  account: '111122223333',
  operation: 'ListRoots',
  at: 0,
  took: 1,
  request: {
    method: 'POST',
    path: '/?echo=planted-token',
    headers: {
      Authorization: 'AWS4-HMAC-SHA256 Signature=abc',
      'x-amz-security-token': 'planted-token',
      accept: '*/*',
    },
    body: '{}',
  },
  answer: {
    status: 200,
    headers: { 'x-echo': 'token planted-token' },
    body: '{"secret":"planted-secret","state":"passed"}',
  },
}

test('no secret of the target is left anywhere, wherever the endpoint echoes it', () => {
  const shown = JSON.stringify(shownExchange(exchange, redactionOf(target)))
  expect(shown).not.toContain('planted-')
  expect(shown).not.toContain('Signature=abc')
})

test('what is no secret stays as it is, even where a short secret looks like it', () => {
  const shown = shownExchange(exchange, redactionOf(target))
  expect(shown.answer?.body).toContain('"state":"passed"')
  expect(shown.request.headers['accept']).toBe('*/*')
})

test('a long body is cut, and says how long it was', () => {
  const long = { ...exchange, answer: { ...exchange.answer, body: 'x'.repeat(10_000) } }
  const body = shownExchange(long, redactionOf(target)).answer?.body ?? ''
  expect(body.length).toBeLessThan(4200)
  expect(body).toContain('10000 characters')
})

test('a lost answer keeps its reason, without secrets', () => {
  const { answer: _, ...rest } = exchange
  const lost = shownExchange({ ...rest, lost: 'reset: planted-secret' }, redactionOf(target))
  expect(lost.lost).toBe('reset: «redacted»')
  expect(lost).not.toHaveProperty('answer')
})

test('bytes that are no text are shown as what they read like', () => {
  const request = {
    ...exchange.request,
    body: '"\uFFFD"',
    bytes: new Uint8Array([0x22, 0xff, 0x22]),
  }
  const shown = shownExchange({ ...exchange, request }, redactionOf(target))
  expect(shown.request).not.toHaveProperty('bytes')
  expect(shown.request.body).toBe('"\uFFFD"')
})

test('a long body and a long header are cut, and to show them once more changes nothing', () => {
  const [body, value] = ['b'.repeat(10_000), 'v'.repeat(2000)]
  const long = { ...exchange, answer: { status: 200, headers: { 'x-long': value }, body } }
  const shown = shownExchange(long, redactionOf(target))
  expect(shown.answer?.body).toMatch(/^b{4000,}… \(10000 characters in all\)$/u)
  expect(shown.answer?.headers['x-long']).toMatch(/^v{900,}… \(2000 characters in all\)$/u)
  expect(shownExchange(shown, redactionOf(target))).toEqual(shown)
})

test('where very much has been shown already, the rest is only hinted at', () => {
  const show = exchangeShower(redactionOf(target))
  const long = { ...exchange, answer: { status: 200, headers: {}, body: 'b'.repeat(4000) } }
  const lengths = Array.from({ length: 3000 }, () => show(long).answer?.body.length)
  expect([lengths[0], lengths.at(-1)]).toEqual([4000, 256])
})
