import { expect, test } from 'vitest'

import { depthFor } from './selftest.ts'

test('a few variants are asked a fifth each, and three faults are looked for under each', () => {
  expect(depthFor(1, false)).toEqual({ shares: 5, faults: 3 })
  expect(depthFor(25, false)).toEqual({ shares: 5, faults: 3 })
})

test('many of them together take no longer than 25', () => {
  expect(depthFor(75, false)).toEqual({ shares: 15, faults: 1 })
})

test('in full each is asked everything', () => {
  expect(depthFor(75, true)).toEqual({ shares: 1, faults: 3 })
})
