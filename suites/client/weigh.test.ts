import { expect, test } from 'vitest'

import { weigh } from './weigh.ts'

test.each([
  ['', 0],
  ['{"a":[1,{"b":"[[[["}]}', 3],
  ['"\\"[[["', 0],
  ['[[[', 3],
  [']]][', 0],
  ['<p>[hello] {{world}}</p>', 2],
  [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 100_000],
])('%.40s is nested %i deep', (text, depth) => {
  expect(weigh(text).depth).toBe(depth)
})

test('many small values weigh more than one long text', () => {
  const [values, text] = [`[${'1,'.repeat(1000)}1]`, `"${'x'.repeat(2001)}"`]
  expect(weigh(values).weight).toBeGreaterThan(5 * weigh(text).weight)
  expect(weigh(text).weight).toBe(text.length)
})
