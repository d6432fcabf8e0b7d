import { expect, test } from 'vitest'

import { contradictions } from './contradictions.ts'

test('what both tell otherwise is a contradiction', () => {
  expect(contradictions({ id: 'a', name: 'n' }, { id: 'a', name: 'm' })).toEqual([
    'name: "n" and "m"',
  ])
})

test('what one of them leaves out is none, and neither is another order', () => {
  expect(contradictions({ id: 'a', name: 'n' }, { id: 'a' })).toEqual([])
  expect(contradictions({ id: 'a' }, { id: 'a', name: 'n' })).toEqual([])
  expect(
    contradictions({ all: [{ x: 1, y: 2 }, { x: 3 }] }, { all: [{ x: 3 }, { y: 2, x: 1 }] }),
  ).toEqual([])
})
