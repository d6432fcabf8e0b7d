import { expect, test } from 'vitest'

import { cite } from './citation.ts'
import { serialise } from './serialise.ts'

test('a citation takes one line and stays JSON', () => {
  const document = { a: { 'x-citation': cite(['one', 'two'], { from: 1, to: 2 }) }, b: [1, 2] }
  const text = serialise(document)
  expect(JSON.parse(text)).toEqual(document)
  expect(text.split('\n').filter((line) => line.includes('sha256'))).toHaveLength(1)
  expect(text.split('\n').find((line) => line.includes('sha256'))).toContain('"lines": [1, 2]')
  expect(text.endsWith('}\n')).toBe(true)
})
