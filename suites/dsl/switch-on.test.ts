import { expect, test } from 'vitest'

import type { Actor } from '../actors/actor.ts'
import { typeStatus } from '../actors/type-status.ts'
import { switchOn } from './switch-on.ts'

const root = (status: string) => ({ id: 'r-1', policyTypes: [{ type: 'tag', status }] })

test('the root tells the status of the types it names', () => {
  expect(typeStatus([root('enabling')], 'tag')).toBe('enabling')
  expect(typeStatus([root('enabling')], 'backup')).toBeUndefined()
})

test.each([
  ['enabled', 0],
  ['off', 1],
])('a type that is %s is switched on %i times', async (status, times) => {
  let asked = 0
  const owner = { enablePolicyType: async () => (asked += 1) } as unknown as Actor
  const context = {
    actors: { root: async () => 'r-1' },
    given: (outcome: unknown) => outcome,
    all: async () => [root(status)],
    settled: async () => {},
  }
  await switchOn(context as unknown as Parameters<typeof switchOn>[0], owner, 'tag')
  expect(asked).toBe(times)
})
