import { expect, test } from 'vitest'

import type { JsonObject } from '../../specs/contract/json.ts'
import type { Interaction } from '../client/interaction.ts'
import { openSuccesses } from './successes.ts'

const success = (id: number, output: JsonObject): Interaction =>
  ({
    exchange: { id, operation: 'CloseAccount' },
    reply: { kind: 'output', status: 200, output, notes: [] },
    violations: [],
  }) as unknown as Interaction

/** What an operation without output comes to that answered so. */
const judged = (...outputs: readonly JsonObject[]) => {
  const successes = openSuccesses({ keep: () => {} })
  for (const [id, output] of outputs.entries()) successes.heard(success(id, output))
  return successes.judgeEmpty('CloseAccount')
}

test('an answer that holds a member where none is described is a finding', () => {
  expect(judged({}, { Status: 'SUSPENDED' })).toMatchObject({
    verdict: 'fail',
    received: 'Status',
    exchanges: [1],
  })
})

test('a member that is null is none', () => {
  expect(judged({}, { Status: null })).toEqual({ verdict: 'pass', exchanges: [] })
})

test('what never succeeded shows nothing', () => {
  expect(judged()).toBeUndefined()
})
