import { expect, test } from 'vitest'

import { queryPairs, sortedPairs, splitQuery } from './query.ts'

test.each([
  ['/a', '/a', ''],
  ['/a?', '/a', ''],
  ['/a?b=1?2', '/a', 'b=1?2'],
  ['?b', '', 'b'],
])('%s is a path and a query', (whole, path, query) => {
  expect(splitQuery(whole)).toEqual([path, query])
})

test('names and values stay as they travel', () => {
  expect(queryPairs('a=%20&&b&c=1=2&=d')).toEqual([
    ['a', '%20'],
    ['b', ''],
    ['c', '1=2'],
    ['', 'd'],
  ])
})

test('pairs are in the order of names, then of values, by their characters', () => {
  const pairs = queryPairs('b=1&a=2&a=10&B=1&a')
  expect(sortedPairs(pairs)).toEqual([
    ['B', '1'],
    ['a', ''],
    ['a', '10'],
    ['a', '2'],
    ['b', '1'],
  ])
})
