import { expect, test } from 'vitest'

import { embeddedJson } from './embedded-json.ts'
import { hostileTexts } from './testing/hostile.ts'

test('nothing in it is markup, or ends a line of a script', () => {
  expect(embeddedJson({ hostileTexts })).not.toMatch(/[<>&\u2028\u2029]/u)
})

test('it reads back as what it was', () => {
  expect(JSON.parse(embeddedJson({ hostileTexts }))).toEqual({ hostileTexts })
})
