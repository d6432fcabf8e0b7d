import { expect, test } from 'vitest'

import { changedAt } from './answer-parts.ts'

test('a member is changed wherever its path leads', () => {
  const answer = { Units: [{ Id: 'a', Name: 'x' }, { Id: 'b' }], Id: 'c' }
  expect(changedAt(answer, ['Units', '[]', 'Id'], () => 'z')).toEqual({
    Units: [{ Id: 'z', Name: 'x' }, { Id: 'z' }],
    Id: 'c',
  })
})

test('what is changed to nothing is left out', () => {
  expect(changedAt({ A: { B: 1, C: 2 } }, ['A', 'B'], () => undefined)).toEqual({ A: { C: 2 } })
})

test('where a path leads nowhere nothing is changed', () => {
  expect(changedAt({ A: 1 }, ['B', 'C'], () => 2)).toEqual({ A: 1 })
})
