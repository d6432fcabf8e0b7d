import { expect, test } from 'vitest'

import { memberPaths } from './member-paths.ts'

test('members of all items of a list are named once', () => {
  const value = { Shelves: [{ Id: 's-1' }, { Id: 's-2', Cups: [{ Tags: ['a'] }] }], Next: null }
  expect(memberPaths(value)).toEqual([
    'Shelves',
    'Shelves[].Id',
    'Shelves[].Cups',
    'Shelves[].Cups[].Tags',
    'Next',
  ])
})
