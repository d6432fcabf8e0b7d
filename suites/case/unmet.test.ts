import { expect, test } from 'vitest'

import type { Interaction } from '../client/interaction.ts'
import { ValidRefused } from '../verdict/cannot-go-on.ts'
import type { JudgedCheck, Verdict } from '../verdict/verdict.ts'
import { openUnmet } from './unmet.ts'

const story = 'scenario/one'
const stop = new ValidRefused('MoveAccount', 'MoveAccount is refused', 7)

const check = (id: string, verdict: Verdict, exchanges: readonly number[] = []): JudgedCheck =>
  ({
    id: `${story}/${id}`,
    case: story,
    verdict,
    axis: 'behaviour',
    exchanges,
    ...(verdict === 'untestable' && { code: 'SETUP_FAILED' }),
  }) as unknown as JudgedCheck

/** What becomes of the operation where the story was stopped, and these of its checks stand. */
const verdictWith = (...checks: readonly JudgedCheck[]): string | undefined => {
  const unmet = openUnmet({ keep: () => {} })
  unmet.stopped(story, stop)
  unmet.played(story, [
    { exchange: { operation: 'MoveAccount' }, reply: { kind: 'output' } } as unknown as Interaction,
  ])
  return unmet.judge('MoveAccount', new Map(checks.map((one) => [one.id, one])))?.verdict
}

test('a story that is left open by a valid request is a finding', () => {
  expect(verdictWith(check('a', 'pass'), check('b', 'untestable', [7]))).toBe('fail')
})

test('a later play that got by makes it good', () => {
  expect(verdictWith(check('a', 'pass'), check('b', 'pass'))).toBe('pass')
})

test('behind a finding of the same story it is nothing of its own', () => {
  expect(verdictWith(check('a', 'fail', [3]), check('b', 'untestable', [7]))).toBeUndefined()
})

test('of an operation of whose successes nothing came nothing is known', () => {
  expect(verdictWith(check('a', 'fail', [3]), check('b', 'untestable', [6]))).toBeUndefined()
  expect(openUnmet({ keep: () => {} }).judge('MoveAccount', new Map())).toBeUndefined()
})
