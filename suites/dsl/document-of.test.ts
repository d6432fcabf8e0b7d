import { expect, test } from 'vitest'

import { documentOf } from './document-of.ts'

test('two spellings of one document are the same', () => {
  expect(documentOf('{ "a": [1, 2] }')).toEqual(documentOf('{"a":[1,2]}'))
})

test('what is no document stays the text it is', () => {
  expect(documentOf('{"')).toBe('{"')
  expect(documentOf(undefined)).toBeUndefined()
})
