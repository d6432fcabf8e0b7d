import { expect, test } from 'vitest'

import { differencesOf } from './differences.ts'

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: JSON.stringify(body),
})

test('answers differ where a member does, wherever it stands in a list', () => {
  const one = answer(200, { Units: [{ Id: 'a' }, { Id: 'b' }] })
  const other = answer(200, { Units: [{ Id: 'a' }, { Id: 'c' }, { Id: 'd' }] })
  expect(differencesOf(one, other)).toEqual(['/body/Units#', '/body/Units[]/Id'])
})

test('sentences of errors and the values of request ids are no difference', () => {
  const one = answer(400, { __type: 'X', Message: 'no' }, { 'x-request-id': '1' })
  const other = answer(400, { __type: 'X', Message: 'never' }, { 'x-request-id': '2' })
  expect(differencesOf(one, other)).toEqual([])
})

test('that there is no request id is one', () => {
  const one = answer(200, {}, { 'x-request-id': '1' })
  expect(differencesOf(one, answer(200, {}))).toEqual(['/headers/x-request-id'])
})

test('a sentence that is no error is one', () => {
  expect(differencesOf(answer(200, { Message: 'a' }), answer(200, { Message: 'b' }))).toEqual([
    '/body/Message',
  ])
})

test('an answer that does not come differs', () => {
  expect(differencesOf(answer(200, {}), { problem: 'reset', detail: '' })).toContain('/problem')
})
