import { expect, test } from 'vitest'

import { lineColumnsOf } from './line-column.ts'

test.each([
  ['nothing', '', 0, '1:1'],
  ['the beginning', 'ab\nc', 0, '1:1'],
  ['a line break belongs to the line it ends', 'ab\nc', 2, '1:3'],
  ['behind a line break', 'ab\nc', 3, '2:1'],
  ['the end', 'ab\nc', 4, '2:2'],
  ['a beginning that is a line break', '\na', 0, '1:1'],
])('%s', (_, ...[text, offset, place]) => {
  expect(lineColumnsOf(text)(offset)).toBe(place)
})

test('places of a long text are those that counting comes to, in any order', () => {
  const text = 'a line\n\nand another one\n'.repeat(12_000)
  const at = lineColumnsOf(text)
  for (let offset = text.length; offset >= 0; offset -= 16_381) {
    const lines = text.slice(0, offset).split('\n')
    expect(at(offset)).toBe(`${lines.length}:${(lines.at(-1) ?? '').length + 1}`)
  }
  expect(at(131_072)).toBe(at(131_072))
})
