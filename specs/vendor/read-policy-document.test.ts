import { expect, test } from 'vitest'

import { readPolicyDocument } from './read-policy-document.ts'

test('every scalar is the text that it is written with', () => {
  const text =
    ' {"a": [60, 60.0, 1e2, -1], "b": {"c": true, "d": null}, "e": "4 \\"{x: 1}\\" \\u00e9"}\n'
  expect(readPolicyDocument(text)).toEqual({
    a: ['60', '60.0', '1e2', '-1'],
    b: { c: 'true', d: 'null' },
    e: '4 "{x: 1}" é',
  })
})

test.each(['', 'plain', '{"a":', '[]', '"a"', '1', 'null', '\u{feff}{}', '{"a":1,}'])(
  '%j is no document',
  (text) => {
    expect(readPolicyDocument(text)).toBeUndefined()
  },
)

test.each([
  ['{"a":1,"a":2}', false, false],
  ['{"a":1,"\\u0061":2}', false, false],
  ['{"a":1,"A":2}', true, false],
  ['{"b":[{"a":1},{"a":2}],"a":{"a":3}}', true, true],
  ['{"b":{"a":1,"c":[{"a":1}],"a":2}}', false, false],
])('%s names each member once: as written %s, in any case %s', (text, written, anyCase) => {
  expect(readPolicyDocument(text) !== undefined).toBe(written)
  expect(readPolicyDocument(text, true) !== undefined).toBe(anyCase)
})

test.each<[part: string, count: number]>([
  ['x', 16_000_000],
  ['\\n', 10_000],
  ['\\\\', 10_000],
  ['\\"', 10_000],
])('a value that is %j %d times is read', (part, count) => {
  const long = part.repeat(count)
  const whole = JSON.parse(`"${long}"`) as string
  expect(readPolicyDocument(`{"a" : "${long}" }`)?.['a'] === whole).toBe(true)
})

test.each([
  [63, true],
  [64, false],
  [400_000, false],
])('a document with %d lists within each other is read: %s', (count, fit) => {
  const deep = `{"a":${'['.repeat(count)}${']'.repeat(count)}}`
  expect(readPolicyDocument(deep) !== undefined).toBe(fit)
})
