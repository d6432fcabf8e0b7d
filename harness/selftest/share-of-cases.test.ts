import { expect, test } from 'vitest'

import { inShare } from './share-of-cases.ts'

const ids = Array.from({ length: 500 }, (_, index) => `scenario/story-${index}`)

const partOf = (seed: number, part: number): readonly string[] => {
  const selected = inShare(seed, { part, of: 5 })
  return ids.filter((id) => selected({ id: `${id}/one`, axis: 'behaviour', case: id }, {}))
}

test('the shares of a seed are of like size, and together they are the whole', () => {
  const parts = [0, 1, 2, 3, 4].map((part) => partOf(1, part))
  expect(parts.flat().toSorted()).toEqual(ids.toSorted())
  for (const { length } of parts) expect(Math.abs(length - 100)).toBeLessThan(40)
})

test('the parts are counted on from the first, and another seed divides otherwise', () => {
  expect(partOf(1, 7)).toEqual(partOf(1, 2))
  expect(partOf(2, 2)).not.toEqual(partOf(1, 2))
})

test('the checks of one case go together', () => {
  const selected = inShare(1, { part: 0, of: 5 })
  const asked = ['one', 'two', 'three'].map((key) =>
    selected({ id: `scenario/x/${key}`, axis: 'shape', case: 'scenario/x' }, {}),
  )
  expect(new Set(asked).size).toBe(1)
})
