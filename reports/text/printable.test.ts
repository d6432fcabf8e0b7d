import { expect, test } from 'vitest'

import { printable } from './printable.ts'

test('no character that steers a terminal gets through', () => {
  expect(printable('a\u001B[2Jb\r\nc\u009B')).toBe('a\\u001b[2Jb\\u000d\\u000ac\\u009b')
})

test('no character that turns the order of a text gets through', () => {
  expect(printable('a\u202Eb\u2066c\u200F')).toBe('a\\u202eb\\u2066c\\u200f')
})

test('ordinary text of any script stays', () => {
  expect(printable('«Müller» 华为 עברית 🙂')).toBe('«Müller» 华为 עברית 🙂')
})

test('a long text is cut', () => {
  expect(printable('x'.repeat(5000)).length).toBeLessThan(500)
})
