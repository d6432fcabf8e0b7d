import { expect, test } from 'vitest'

import { mapLeaves } from './map-leaves.ts'

const louder = (leaf: unknown): unknown => (typeof leaf === 'string' ? leaf.toUpperCase() : leaf)

test('leaves change at any depth, names do not', () => {
  const value = { a: 'x', b: [1, 'y', null], c: new Map([['k', { d: 'z' }]]) }
  expect(mapLeaves(value, louder)).toEqual({
    a: 'X',
    b: [1, 'Y', null],
    c: new Map([['k', { d: 'Z' }]]),
  })
  expect(value.a).toBe('x')
  expect(mapLeaves('x', louder)).toBe('X')
})
