import { expect, test } from 'vitest'

import { globMatcher, mayMatchBelow } from './glob.ts'

test.each([
  ['a/b', 'a/b', true],
  ['a/b', 'a/bc', false],
  ['*', '', true],
  ['a/*', 'a/', true],
  ['a/*', 'a/b/c', true],
  ['a/*', 'b/a/c', false],
  ['*/c', 'a/b/c', true],
  ['a*a', 'a', false],
  ['a*a', 'aa', true],
  ['*b*b*', 'ab', false],
  ['*b*b*', 'abcb', true],
  ['a*b*c', 'abbc', true],
  ['ab*bc', 'abc', false],
  ['a**b', 'ab', true],
  ['a.c', 'abc', false],
  ['[ab]', 'a', false],
  ['', '', true],
  ['', 'a', false],
])('%j and %j: %j', (pattern, id, fits) => {
  expect(globMatcher(pattern)(id)).toBe(fits)
})

test('it agrees with an expression, where that answers at all', () => {
  const words = ['', 'a', 'b', 'ab', 'ba', 'aab', 'abab', 'bbaa', 'aabba']
  const patterns = words.flatMap((one) => words.map((other) => `${one}*${other}*a`))
  for (const pattern of patterns) {
    const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'u')
    for (const id of words) expect(globMatcher(pattern)(id)).toBe(expression.test(id))
  }
})

test('a pattern that backtracks for ever elsewhere is answered', () => {
  const id = 'a'.repeat(50_000)
  expect(globMatcher(`${'*'.repeat(50_000)}x`)(id)).toBe(false)
  expect(globMatcher(`${'*a'.repeat(25_000)}*x*`)(id)).toBe(false)
})

test.each([
  ['a/b/c', 'a/b/', true],
  ['a/b', 'a/b/', false],
  ['a/bc/d', 'a/b/', false],
  ['a/*', 'a/b/', true],
  ['a/b*', 'a/b/', true],
  ['a/b/c*', 'a/b/', true],
  ['a/c*', 'a/b/', false],
  ['*/c', 'a/b/', true],
  ['', 'a/b/', false],
])('%j may match something below %j: %j', (pattern, prefix, may) => {
  expect(mayMatchBelow(pattern, prefix)).toBe(may)
})
