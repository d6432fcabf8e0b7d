import { expect, test } from 'vitest'

import { compareList } from './unproven-list.ts'

const list = [
  { because: 'nobody can', checks: ['a/one', 'b/*'] },
  { because: 'not yet', checks: ['c/gone'] },
]

test('a list that says what was found out is right', () => {
  const found = { proven: new Set(['d']), unproven: ['a/one', 'b/two', 'c/gone'] }
  expect(compareList(list, found)).toEqual({ unlisted: [], outdated: [], shrunk: list })
})

test('what was seen to fail, and what is gone, leaves the list; nothing comes into it', () => {
  const found = { proven: new Set(['a/one', 'b/two']), unproven: ['b/three', 'new'] }
  expect(compareList(list, found)).toEqual({
    unlisted: ['new'],
    outdated: ['a/one', 'b/*', 'c/gone'],
    shrunk: [{ because: 'nobody can', checks: ['b/three'] }],
  })
})
