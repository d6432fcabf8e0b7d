import { expect, test } from 'vitest'

import { inWords, tellUnequal } from './tell-difference.ts'

const places = ['here', 'there']

test.each<readonly [readonly [unknown, unknown], readonly string[], string, string]>([
  [
    [
      [true, true],
      [true, false],
    ],
    places,
    'there: true',
    'there: false',
  ],
  [
    [
      [true, true],
      [true, false],
    ],
    [],
    '[true,true]',
    '[true,false]',
  ],
  [
    [
      { name: 'a', size: 1 },
      { name: 'b', size: 1 },
    ],
    [],
    'name: "a"',
    'name: "b"',
  ],
  [[{ name: 'a' }, { name: 'a', size: 1 }], [], 'size: nothing', 'size: 1'],
  [[undefined, { name: 'a' }], [], 'nothing', '{"name":"a"}'],
  [['a', 'b'], [], '"a"', '"b"'],
])('of %j only what differs is told', ([came, wanted], each, ...told) => {
  const { received, expected } = tellUnequal(came, wanted, each)
  expect([received, expected]).toEqual(told)
})

test.each<readonly [unknown, string]>([
  ['the call is refused', 'the call is refused'],
  [['one became two', 'three became four'], 'one became two; three became four'],
  [[{ id: 'a', name: 'first', status: 'active' }, { id: 'b' }], 'a (first), b'],
  [['a', 'b'], '["a","b"]'],
  [[{ key: 'a' }], '[{"key":"a"}]'],
  [[], '[]'],
  [undefined, 'nothing'],
])('%j is said in words', (value, words) => {
  expect(inWords(value)).toBe(words)
})

test('of a long list the first are named', () => {
  const ids = Array.from({ length: 22 }, (_, index) => `id${index}`)
  expect(inWords(ids)).toMatch(/^id0, id1, .* id19 and 2 more$/u)
})
