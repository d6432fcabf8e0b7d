import { expect, test } from 'vitest'

import { parseJson } from './parse-json.ts'

test.each([
  '{}',
  ' [1, -2.5e+3, true, false, null, "a\\n\\u00e9\\ud800", {"a": {"a": []}}] ',
  '"x"',
  '{"headers": {"__proto__": "kept, since an endpoint may send it"}}',
  '{"constructor": 1, "toString": 2}',
])('%s is read as JSON.parse reads it', (text) => {
  expect(parseJson(text)).toMatchObject({ value: JSON.parse(text) as unknown })
})

test.each([
  ['', '1:1'],
  ['{"a":1,}', '1:8'],
  ['{\n  "a": 1,\n  "a": 2\n}', '3:3'],
  ['{"__proto__": 1}', '1:2'],
  ['[1\n2]', '2:1'],
  ['"a', '1:1'],
  ['01', '1:1'],
  ['{} x', '1:4'],
  ['['.repeat(65), '1:65'],
])('%j is none, at its place', (text, at) => {
  expect(parseJson(text)).toMatchObject({ at })
})

test('values are found by their pointers', () => {
  const parsed = parseJson('{\n  "a/b": [1,\n    {"c~": 2}]\n}')
  if (!('at' in parsed) || typeof parsed.at === 'string') throw new Error('it is JSON')
  expect(parsed.at('')).toBe('1:1')
  expect(parsed.at('/a~1b')).toBe('2:10')
  expect(parsed.at('/a~1b/1/c~0')).toBe('3:12')
  expect(parsed.at('/nowhere')).toBeUndefined()
})

const keys = (count: number): string =>
  `{${Array.from({ length: count }, (_, at) => `"k${at}": 1`).join(',')}}`

test('more different keys than anybody needs are refused, however often the known ones are repeated', () => {
  expect(parseJson(`[${keys(40_000)},${keys(40_000)}]`)).toHaveProperty('value')
  expect(parseJson(`[${keys(40_000)},${keys(40_001)}]`)).toMatchObject({
    says: 'the file holds more than 40000 different keys',
  })
})
