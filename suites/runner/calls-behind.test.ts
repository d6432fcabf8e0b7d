import { expect, test } from 'vitest'

import type { Interaction } from '../client/interaction.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { withCallsBehind } from './calls-behind.ts'

/** A call with what it says and what it answers. */
interface Call {
  readonly says: string
  readonly answers?: string
  readonly by?: string
  readonly refused?: true
}

const owner = '111111111111'

const played = (calls: readonly Call[]): readonly Interaction[] =>
  calls.map(({ says, answers = '', by = owner, refused }, index) => {
    const [operation = ''] = says.split(' ')
    const request = { method: 'POST', path: '/', headers: {}, body: says }
    const exchange = { id: index + 1, account: by, operation, at: 0, took: 0 }
    const reply = refused ? { kind: 'refusal' } : { kind: 'output' }
    return {
      exchange: { ...exchange, request, answer: { status: 200, headers: {}, body: answers } },
      reply,
      violations: [],
    } as unknown as Interaction
  })

const found = (calls: readonly Call[], judged: Partial<Judgement> = {}): readonly number[] =>
  withCallsBehind(
    { verdict: 'fail', exchanges: [calls.length], ...judged },
    played(calls),
    (operation) => !operation.startsWith('List'),
  ).exchanges

test('a finding names the writes that name what it speaks of, and the last one', () => {
  const calls = [
    { says: 'Create', answers: 'unit-1' },
    { says: 'Create', answers: 'unit-2' },
    { says: 'Tag unit-1' },
    { says: 'List unit-1' },
    { says: 'Rename unit-3', refused: true as const },
    { says: 'Delete unit-4' },
    { says: 'List unit-1' },
  ]
  expect(found(calls)).toEqual([1, 3, 6, 7])
})

test('what these name leads on to the calls before', () => {
  const calls = [
    { says: 'Create name-1', answers: 'unit-1' },
    { says: 'Delete unit-1' },
    { says: 'Create name-2', answers: 'unit-2' },
    { says: 'Create name-1', answers: 'unit-3' },
    { says: 'List unit-3' },
  ]
  expect(found(calls)).toEqual([1, 2, 4, 5])
})

test('who calls names what was done to them', () => {
  const calls = [
    { says: 'Delegate 222222222222' },
    { says: 'Revoke 222222222222' },
    { says: 'Create name-1' },
    { says: 'List', by: '222222222222' },
  ]
  expect(found(calls)).toEqual([1, 2, 3, 4])
})

test('no more are named than somebody reads', () => {
  const calls = Array.from({ length: 20 }, () => ({ says: 'Attach unit-1' }))
  expect(found([...calls, { says: 'List unit-1' }])).toEqual([15, 16, 17, 18, 19, 20, 21])
})

test('what passes rests on its own call', () => {
  const calls = [{ says: 'Create', answers: 'unit-1' }, { says: 'List unit-1' }]
  expect(found(calls, { verdict: 'pass' })).toEqual([2])
})
