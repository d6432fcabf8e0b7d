import { expect, test } from 'vitest'

import { citationHash } from '../citation.ts'
import { openDocument } from '../source-document.ts'
import { readErrorTables } from './error-table.ts'

const page = [
  'Error Codes',
  '',
  'Error Code List',
  '',
  'Common Error Codes',
  '',
  'Error Code Description',
  'KeyFailure.Lost Somebody has no key.',
  'NoSuchDoor There is no door.',
  '',
  'Service Error Codes',
  '',
  'Error Code Description',
  'Closed.DoorOpen The door is open.',
  'Closed.DoorStuck It does not move',
  '',
  'Help',
]

const read = (lines: readonly string[]): ReturnType<typeof readErrorTables> =>
  readErrorTables(openDocument(lines.join('\n'), 'page.txt'))

const without = (line: number): string[] => page.filter((_, index) => index !== line - 1)
const withLine = (line: number, text: string): string[] =>
  page.map((one, index) => (index === line - 1 ? text : one))

test('both tables are read, each code with its line', () => {
  const { common, service } = read(page)
  expect(common.map(({ code }) => code)).toEqual(['KeyFailure.Lost', 'NoSuchDoor'])
  expect(service.map(({ code }) => code)).toEqual(['Closed.DoorOpen', 'Closed.DoorStuck'])
  expect(service[0]?.citation).toEqual({
    lines: [14, 14],
    sha256: citationHash(['Closed.DoorOpen The door is open.']),
  })
})

test.each([
  ['another page', ['An essay', 'about trees'], '“Error Code List”'],
  ['a page without the second table', [...page.slice(0, 10), 'Help'], '“Service Error Codes”'],
  ['a page that ends inside a table', page.slice(0, 15), 'a blank line'],
  ['a heading without columns', without(7), 'page.txt:7: expected “Error Code Description”'],
  ['a heading without a blank line', without(6), 'page.txt:6: expected a blank line'],
  ['an empty table', [...page.slice(0, 7), ...page.slice(9)], 'page.txt:8: expected a row'],
  ['a row that is no code', withLine(9, 'no such door'), 'page.txt:9: expected a code'],
  ['a code without a description', withLine(9, 'NoSuchDoor'), 'page.txt:9: expected a code'],
  [
    'a code out of order',
    withLine(15, 'Apart.Door It fell.'),
    'page.txt:15: expected a code behind',
  ],
  ['a code that comes twice', withLine(15, 'Closed.DoorOpen Again.'), 'page.txt:15: expected'],
])('%s is refused with its line', (_, lines, complaint) => {
  expect(() => read(lines)).toThrow(complaint)
})
