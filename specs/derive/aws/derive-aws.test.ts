import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { serialise } from '../serialise.ts'
import { openDocument } from '../source-document.ts'
import { validateOpenApi } from '../validate-openapi.ts'
import { awsDocumentFile, deriveAws, deriveReference } from './derive-aws.ts'
import type { Naming } from './naming.ts'

const page = readFileSync(new URL('miniature.txt', import.meta.url), 'utf8')

const naming: Naming = {
  server: 'https://cupboards.example',
  enums: { 'Board.Wood': 'Wood' },
  structures: { 'Shelf.Parts': 'Part' },
  cutAt: 'Label',
}

const derive = (text: string): ReturnType<typeof deriveReference> =>
  deriveReference(openDocument(text, 'miniature.txt'), naming)

const lineOf = (text: string): number => page.split('\n').indexOf(text) + 1

const changed = (from: string, to: string): string => {
  expect(page.split(from).length, `the page has ${from}`).toBeGreaterThan(1)
  return page.replace(from, () => to)
}

const schemas = derive(page).components.schemas

test('a miniature page becomes a valid document', async () => {
  expect(await validateOpenApi(derive(page))).toEqual([])
})

test('the same page yields the same bytes', () => {
  expect(serialise(derive(page))).toBe(serialise(derive(page)))
})

test('members, required marks and order come from the syntax', () => {
  expect(Object.keys(schemas['AddShelfRequest']?.['properties'] ?? {})).toEqual([
    'Board',
    'Email',
    'Finish',
    'Labels',
    'Screws',
    'ShelfId',
  ])
  expect(schemas['AddShelfRequest']?.['required']).toEqual(['Board', 'Email', 'Labels'])
  expect(schemas['Board']?.['required']).toEqual(['Id'])
  expect(schemas['ClearCupboardResponse']).not.toHaveProperty('properties')
})

test('a member without a name gets the one that is left, a glued name is found', () => {
  expect(derive(page).info['x-repairs']).toEqual({
    gluedExceptions: 1,
    gluedMembers: 2,
    namelessMembers: 1,
    shapes: 3,
  })
})

test('shapes in a syntax line become schemas', () => {
  expect(schemas['Shelf']?.['properties']).toMatchObject({
    Boards: { type: 'array', items: { $ref: '#/components/schemas/Board' } },
    Built: { type: 'number', 'x-type': 'timestamp' },
    Level: { type: 'boolean' },
    Parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
  })
  expect(schemas['Part']?.['properties']).toMatchObject({
    Parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
  })
  expect(schemas['AddShelfRequest']?.['properties']).toMatchObject({
    Screws: { type: 'array', items: { type: 'string' } },
  })
  expect(schemas['Wood']).toMatchObject({ type: 'string', enum: ['OAK', 'PINE'] })
})

test('worded constraints become keywords with the lines that state them', () => {
  expect(schemas['AddShelfRequest']?.['properties']).toMatchObject({
    Finish: { default: 'WAX' },
    ShelfId: {
      pattern: '^(?:s-[a-z0-9]{4,8}|[0-9]{3})$',
      'x-constraints': {
        pattern: {
          lines: [
            lineOf('Its regex pattern is one of these:'),
            lineOf('Number: exactly 3 digits.'),
          ],
        },
      },
    },
  })
})

test.each([
  ['jo@shop.example', true],
  ['j.o@a.b', true],
  ['.jo@shop.example', false],
  ['j(o@shop.example', false],
  ['jo@shop', false],
  ['jo@shop.example-', false],
  ['jo@-shop.example', false],
  ['jo@@shop.example', false],
  ['j o@shop.example', false],
  ['jö@shop.example', false],
])('the rules for addresses judge %s: %s', (address, valid) => {
  const properties = schemas['AddShelfRequest']?.['properties'] as { Email: { pattern: string } }
  expect(new RegExp(properties.Email.pattern, 'u').test(address)).toBe(valid)
})

test('exceptions keep their order, and their reasons stay open', () => {
  const paths = derive(page).paths['/#X-Amz-Target=ToyCupboardsV20200102.AddShelf']
  expect(paths?.['post']).toMatchObject({
    'x-errors': ['JammedException', 'LostException', 'ServiceException'],
    'x-caller': 'management',
    'x-examples': [{ call: {}, result: {} }],
  })
  expect(schemas['JammedException']?.['properties']).toMatchObject({
    Message: { type: 'string' },
    Reason: { anyOf: [{ enum: ['TOO_MANY_SHELVES', 'WRONG_WIDTH'] }, { type: 'string' }] },
  })
  expect(schemas['LostException']?.['properties']).not.toHaveProperty('Message')
})

test('a paginated operation names its token, its size and its list', () => {
  expect(
    derive(page).paths['/#X-Amz-Target=ToyCupboardsV20200102.ListShelves']?.['post'],
  ).toMatchObject({
    'x-pagination': { token: 'NextToken', next: 'NextToken', size: 'MaxResults', items: 'Shelves' },
    'x-caller': 'any-member',
  })
})

test('no sentence of the page reaches the document', () => {
  const text = serialise(derive(page))
  const sentences = page.split('\n').filter((line) => / .* .* /u.test(line) && !/[$'[]/u.test(line))
  expect(sentences.length).toBeGreaterThan(30)
  expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([])
})

test('a page that is cut after any line is refused with a line', () => {
  const lines = page.trimEnd().split('\n')
  for (let kept = 0; kept < lines.length; kept += 1) {
    const cut = lines.slice(0, kept).join('\n')
    expect(() => derive(cut), `cut after line ${kept}`).toThrow(/^miniature\.txt:\d+: expected /u)
  }
})

const shelfId = "'ShelfId' => '<string>',"

test.each([
  ['another page', page, 'An essay\nabout trees', 'a service name'],
  ['a lost heading', 'Result Details\n', '', 'Result Details'],
  ['a heading too many', 'Examples\n', 'Result Details\nExamples\n', 'Result Details once'],
  ['a second syntax line', 'Result Syntax\n[]', 'Result Syntax\n[]\n[]', 'one line'],
  ['an unknown value', '<integer>', '<float>', 'a syntax block'],
  ['a mark in one place only', shelfId, `${shelfId} // REQUIRED`, 'ShelfId to be required'],
  ['a type that differs', '- Type: int', '- Type: string', 'MaxResults to have one type'],
  ['a renamed member', '- Screws', '- Nails', 'the name of a member'],
  [
    'a caller in new words',
    'It may be called from any account',
    'That operation can be called from any shop',
    'the caller in known words',
  ],
  [
    'two callers',
    'cupboard.\nOne op',
    'It is called from any account.\nOne op',
    'the caller any-member',
  ],
  ['a pattern in new words', 'exactly 3 digits.\nResult', 'three digits.\nResult', 'a form in'],
  ['a lost rule for addresses', 'only one @', 'an @', 'a rule “oneAt”'],
  [
    'reasons that differ',
    'WRONG_WIDTH: The board is too long.\n-\n- ',
    'NO: no\n-\n- ',
    'reasons of',
  ],
  ['a repeated exception', '- LostException:', '- JammedException:', 'declared once'],
  [
    'an exception without text',
    'ill.\nExamples',
    'ill.\n- BentException:\nExamples',
    'the text of',
  ],
  ['pages without a token', "'NextToken' => '<string>', 'Shelves'", "'Shelves'", 'expected'],
  ['an unknown paginator', '- ListShelves\nOperations', '- Lists\nOperations', 'of the summary'],
  ['a shape that is missing', 'Board\nDescription', 'Plank\nDescription', 'the shape Board'],
  [
    'a shape of another type',
    'string\nWhat it is made of',
    'int\nWhat it is made of',
    'Wood as the',
  ],
  ['an example without a call', "$result = $client->addShelf([ 'Email' => 'a@b", 'a@b', 'the call'],
])('%s is refused', (...[, from, to, expected]) => {
  const text = changed(from, to)
  expect(() => derive(text)).toThrow(expected)
})

test('a refusal names the line', () => {
  const text = changed('<integer>', '<float>')
  const syntax = page.split('\n').findIndex((each) => each.includes('<integer>')) + 1
  expect(() => derive(text)).toThrow(new RegExp(`^miniature\\.txt:${syntax}: expected `, 'u'))
})

const folder = process.env['ORGPROOF_DOCUMENTS']

if (folder === undefined) {
  process.stdout.write('ORGPROOF_DOCUMENTS is not set: the real document was not derived\n')
} else {
  const committed = new URL(
    '../../vendors/aws/openapi/organizations-2016-11-28.json',
    import.meta.url,
  )
  const path = join(folder, awsDocumentFile)

  test('the real document yields the committed file, byte for byte', () => {
    expect(existsSync(path)).toBe(true)
    expect(serialise(deriveAws(readFileSync(path, 'utf8')))).toBe(readFileSync(committed, 'utf8'))
  })

  test('the real document cut after any hundredth line is refused', () => {
    const lines = readFileSync(path, 'utf8').split('\n')
    for (let kept = 0; kept < lines.length; kept += 100) {
      expect(() => deriveAws(lines.slice(0, kept).join('\n'))).toThrow(
        /^004_\w+\.txt:\d+: expected /u,
      )
    }
  })
}
