import { expect, test } from 'vitest'

import { metIn } from './met.ts'
import { describeOutcome, type Outcome } from './outcome.ts'

const origin = { operation: 'CreateUnit', exchange: 1 }
const reply = { kind: 'refusal', status: 400, code: 'Wrong', notes: [] } as const

test.each<readonly [outcome: Outcome<unknown>, as: string]>([
  [{ ...origin, kind: 'done', value: 1 }, 'success'],
  [{ ...origin, kind: 'refused', reply }, 'refusal Wrong'],
  [{ ...origin, kind: 'refused', reply: { ...reply, reason: 'WHY' } }, 'refusal Wrong'],
  [{ ...origin, kind: 'refused', reply, met: '2 resets' }, 'refusal Wrong'],
  [{ ...origin, kind: 'garbled', problem: 'an HTML page: "500"' }, 'garbled: an HTML page: "500"'],
  [{ ...origin, kind: 'hollow', problem: 'no id', met: 'a reset' }, 'hollow: no id'],
  [{ ...origin, kind: 'unimplemented', problem: 'HTTP 501' }, 'unimplemented: HTTP 501'],
])('what an outcome is told as is read again: %#', (outcome, as) => {
  const told = describeOutcome(outcome)
  expect(metIn(told)).toEqual({ operation: 'CreateUnit', as })
  const noted = `${told} (not asked again 0.4 s behind each write, which had helped no other case)`
  expect(metIn(noted)).toEqual({ operation: 'CreateUnit', as })
})

test('other words are nothing that was met', () => {
  expect(metIn('3')).toBeUndefined()
  expect(metIn('the unit succeeds')).toBeUndefined()
})
