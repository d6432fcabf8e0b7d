import { expect, test } from 'vitest'

import { citationHash, cite, normalise } from './citation.ts'

test('white space and composition do not change a text, words do', () => {
  expect(normalise(['  a \t b ', 'e\u0301'])).toBe('a b\n\u00e9')
  expect(citationHash([' a  b'])).toBe(citationHash(['a b ']))
  expect(citationHash(['a b'])).not.toBe(citationHash(['a', 'b']))
})

test('the hash is the sha256 of the normalised text', () => {
  expect(citationHash(['abc'])).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})

test('a citation covers its first and its last line', () => {
  const lines = ['one', 'two', 'three', 'four']
  expect(cite(lines, { from: 2, to: 3 })).toEqual({
    lines: [2, 3],
    sha256: citationHash(['two', 'three']),
  })
})
