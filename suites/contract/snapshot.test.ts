import { expect, test } from 'vitest'

import { differences } from './snapshot.ts'

const before = new Map([
  ['units {}', '["a"]'],
  ['accounts {}', '["b"]'],
  ['tags {}', 'refused with X'],
])

test('the same shows nothing', () => {
  expect(differences(before, new Map(before))).toEqual([])
})

test('what came, went or is refused now shows', () => {
  const after = new Map(before).set('units {}', '["a","c"]').set('tags {}', '[]')
  expect(differences(before, after)).toEqual([
    'units {}: ["a"] became ["a","c"]',
    'tags {}: refused with X became []',
  ])
})

test('what could not be read again shows neither way', () => {
  const after = new Map(before)
  after.delete('accounts {}')
  expect(differences(before, after)).toEqual([])
})
