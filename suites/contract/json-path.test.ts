import { expect, test } from 'vitest'

import { changed, pointerTo, valueAt, withValue } from './json-path.ts'

const input = { Name: 'unit', Tags: [{ Key: 'a', Value: '' }] }

test('a place has a pointer', () => {
  expect(pointerTo(['Tags', '0', 'Key'])).toBe('/Tags/0/Key')
  expect(pointerTo([])).toBe('')
})

test('values are read in objects and lists', () => {
  expect(valueAt(input, ['Tags', '0', 'Key'])).toBe('a')
  expect(valueAt(input, ['Tags', '1', 'Key'])).toBeUndefined()
  expect(valueAt(input, ['toString'])).toBeUndefined()
})

test('a value is replaced, added and taken away; the original stays', () => {
  expect(withValue(input, ['Tags', '0', 'Key'], null)).toEqual({
    Name: 'unit',
    Tags: [{ Key: null, Value: '' }],
  })
  expect(withValue(input, ['Parent'], 'r')).toEqual({ ...input, Parent: 'r' })
  expect(withValue(input, ['Tags', '0', 'Key'], undefined)).toEqual({
    Name: 'unit',
    Tags: [{ Value: '' }],
  })
  expect(withValue(input, ['Tags', '0'], undefined)).toEqual({ Name: 'unit', Tags: [] })
  expect(input.Tags[0]).toEqual({ Key: 'a', Value: '' })
})

test('what leads nowhere is our own mistake', () => {
  expect(() => withValue(input, ['Name', 'first'], 'x')).toThrow(/first/u)
  expect(() => changed(input, [], 'x')).toThrow(/no object/u)
})
