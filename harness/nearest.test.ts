import { expect, test } from 'vitest'

import { didYouMean, nearest } from './nearest.ts'

const words = ['shape', 'input', 'refusal', 'reason']

test.each([
  ['shap', 'shape'],
  ['Shape', 'shape'],
  ['imput', 'input'],
  ['refussal', 'refusal'],
])('%s is taken for %s', (word, meant) => {
  expect(nearest(word, words, 1)).toEqual([meant])
  expect(didYouMean(word, words)).toContain(meant)
})

test('what is near to nothing gets no suggestion', () => {
  expect(didYouMean('zzzzzz', words)).toBeUndefined()
})

test('a word that nobody can have meant is not compared with thousands', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `contract/aws/operation-${index}`)
  expect(nearest('x'.repeat(100_000), ids, 3)).toEqual([])
})
