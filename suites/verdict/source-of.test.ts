import { expect, test } from 'vitest'

import { sourceOf } from './source-of.ts'

const top = new URL('../../', import.meta.url)

test('the source of a module is its path in the repository', () => {
  expect(sourceOf(import.meta.url)).toBe('suites/verdict/source-of.test.ts')
})

test('what was built is named by what it was built of', () => {
  expect(sourceOf(new URL('suites/laws/one.js', top).href)).toBe('suites/laws/one.ts')
})
