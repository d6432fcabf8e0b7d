import { expect, test } from 'vitest'

import { follows, unreached, untestable } from './untestable.ts'
import type { Judgement } from './verdict.ts'

const before = (judged: Judgement | undefined): Judgement =>
  unreached({ id: 'contract/x/minimal', judged }, 'the list is refused', [7])

test('what stands behind a finding follows it', () => {
  for (const verdict of ['fail', 'warn'] as const) {
    const judged = { verdict, reason: 'wrong', exchanges: [1] }
    expect(before(judged)).toEqual(follows('contract/x/minimal', 'the list is refused', [7]))
  }
})

test('what stands behind something open is as open, and for its reason', () => {
  const lost = { verdict: 'inconclusive', reason: 'reset: gone', exchanges: [1] } as const
  expect(before(lost)).toEqual(lost)
  const missing = untestable('NOT_IMPLEMENTED', 'HTTP 501', [1])
  expect(before(missing)).toEqual(missing)
  const later = follows('contract/x/other', 'nothing was refused', [1])
  expect(before(later)).toEqual(later)
})

test('otherwise the set-up failed', () => {
  const failed = untestable('SETUP_FAILED', 'the list is refused', [7])
  expect(before(undefined)).toEqual(failed)
  expect(before({ verdict: 'pass', exchanges: [] })).toEqual(failed)
})

test('of a check that was left open, only how open it is is told: never that it is that check', () => {
  const open = {
    verdict: 'untestable',
    code: 'NOT_IMPLEMENTED',
    reason: 'why',
    exchanges: [3],
  } as const
  const whole = { ...open, id: 'contract/x/minimal', title: 'A title', target: 'mine' }
  expect(unreached({ id: 'contract/x/minimal', judged: whole }, 'other')).toEqual(open)
})
