import { expect, test } from 'vitest'

import { parsePhpArray } from './php-array.ts'

test('names make an object, their absence a list', () => {
  const source = "[ 'Shelf' => [ 'Boards' => [ 'a', 'b', ], 'Cups' => [ [ 'Id' => 7, ], ], ], ]"
  expect(parsePhpArray(source)).toEqual({ Shelf: { Boards: ['a', 'b'], Cups: [{ Id: 7 }] } })
})

test('an array without entries is a list', () => {
  expect(parsePhpArray('[ ]')).toEqual([])
})

test('an apostrophe within a text does not close it', () => {
  const source = "[ 'Notes' => 'Ann's cups, Bob's saucers', 'Last' => 'x' ]"
  expect(parsePhpArray(source)).toEqual({ Notes: "Ann's cups, Bob's saucers", Last: 'x' })
})

test('a name without value has null', () => {
  expect(parsePhpArray("[ 'At' =>, 'Old' => , 'Id' => 's', ]")).toEqual({
    At: null,
    Old: null,
    Id: 's',
  })
})

test('a quote may be escaped', () => {
  expect(parsePhpArray(String.raw`[ 'Rule' => '{\"a\":1}', ]`)).toEqual({ Rule: '{"a":1}' })
})

test.each([
  ["[ 'Id' => <string>, ]", 'no array literal from column 10'],
  ["[ 'Id' => 's'", 'no array literal from column 10'],
  ["[ 'Id' => ]", 'expected a value as token 4, found ]'],
  ['[ 1 2 ]', 'expected a comma or ] as token 3, found 2'],
  ["[ 'a', 'Id' => 's' ]", 'an array with and without names'],
  ['[ ] ]', 'text behind the array: ]'],
])('%s is refused', (source, problem) => {
  expect(() => parsePhpArray(source)).toThrow(problem)
})
