import { expect, test } from 'vitest'

import { sideBySide } from './side-by-side.ts'

const named = (...weights: readonly number[]) => weights.map((weight) => ({ weight }))
const weightsOf = (parts: ReturnType<typeof sideBySide<{ weight: number }>>) =>
  parts.map((part) => part.map(({ weight }) => weight))

test('each part has about as much as the others, in the order that was given', () => {
  expect(weightsOf(sideBySide(named(289, 165, 81, 16), 2))).toEqual([[289], [165, 81, 16]])
  expect(weightsOf(sideBySide(named(1, 9, 5, 5), 2))).toEqual([
    [1, 9],
    [5, 5],
  ])
})

test('there are never more parts than there is to ask, and nothing is lost', () => {
  expect(weightsOf(sideBySide(named(3, 2), 8))).toEqual([[3], [2]])
  expect(weightsOf(sideBySide(named(3, 2, 7), 1))).toEqual([[3, 2, 7]])
  expect(sideBySide([], 4)).toEqual([])
})
