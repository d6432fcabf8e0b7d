import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { serialise } from '../serialise.ts'
import { deriveErrorPage, errorPageFile } from './error-page.ts'

const page = [
  'Error Codes',
  'What to do when it breaks.',
  'Status Code |',
  'Error Code |',
  'Error Message |',
  'Description |',
  'Solution |',
  '---|---|---|---|---|',
  '404 |',
  'Organizations.0001 |',
  'No shelf. |',
  'None there. |',
  'Look again. |',
  '409 |',
  'Organizations.0002 |',
  'Two shelves. |',
  'One too many. |',
  'Take one out. |',
  'Feedback',
].join('\n')

test('each row of five lines is a code', () => {
  expect(deriveErrorPage(page)['x-error-codes']).toMatchObject({
    'Organizations.0001': { status: 404, lines: [9, 13] },
    'Organizations.0002': { status: 409, lines: [14, 18] },
  })
})

test('a page that is cut after any line is refused with a line', () => {
  const lines = page.split('\n')
  for (let kept = 0; kept < lines.length; kept += 1) {
    expect(() => deriveErrorPage(lines.slice(0, kept).join('\n')), `cut after ${kept}`).toThrow(
      /^000_\w+\.txt:\d+: expected /u,
    )
  }
})

test.each([
  ['a lost heading', 'Error Message |\n', '', 'Error Message'],
  ['a lost cell', 'Look again. |\n', '', 'a cell'],
  ['a cell without end', 'Look again. |', 'Look again.', 'a cell'],
  ['a status in words', '409 |', 'gone |', 'a status'],
  ['a code in a new form', 'Organizations.0002', 'Boxes.0002', 'a code'],
  ['a code twice', 'Organizations.0002', 'Organizations.0001', 'Organizations.0001 once'],
])('%s is refused', (...[, from, to, expected]) => {
  expect(page).toContain(from)
  expect(() => deriveErrorPage(page.replace(from, to))).toThrow(expected)
})

const folder = process.env['ORGPROOF_DOCUMENTS']

if (folder !== undefined) {
  test('the real page yields the committed file, byte for byte', () => {
    const path = join(folder, errorPageFile)
    const committed = new URL('../../vendors/huawei/openapi/error-codes.json', import.meta.url)
    expect(existsSync(path)).toBe(true)
    expect(serialise(deriveErrorPage(readFileSync(path, 'utf8')))).toBe(
      readFileSync(committed, 'utf8'),
    )
  })
}
