import { expect, test } from 'vitest'

import { maskSentences } from './mask-sentences.ts'

test('a sentence gives way at any depth, and its pointer says where', () => {
  const shelf = { notes: 'cups go to the left', boards: [{ text: 'all of them are old' }] }
  expect(maskSentences(shelf)).toEqual({
    value: { notes: 'text of the example', boards: [{ text: 'text of the example' }] },
    masked: ['/notes', '/boards/0/text'],
  })
})

test('names, numbers and JSON in a text stay', () => {
  const shelf = { name: 'Left Cup Shelf', boards: 3, empty: null, rule: '{ "a": [1, 2, 3, 4] }' }
  expect(maskSentences(shelf)).toEqual({ value: shelf, masked: [] })
})

test('a text that is nearly JSON is a sentence', () => {
  expect(maskSentences('{ "a": [1, 2, 3, 4 }').masked).toEqual([''])
})
