import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { JsonObject } from '../../contract/json.ts'
import { serialise } from '../serialise.ts'
import { openDocument } from '../source-document.ts'
import { validateOpenApi } from '../validate-openapi.ts'
import { deriveHuawei, huaweiDocumentFile } from './derive-huawei.ts'
import { deriveManual } from './derive-manual.ts'
import type { Manual } from './manual.ts'

const manualText = readFileSync(new URL('miniature.txt', import.meta.url), 'utf8')

const manual: Manual = {
  file: 'miniature.txt',
  debugging: 'Debugging',
  errorCode: /^Cupboards\.\d{4}$/u,
  actions: '5.2 Actions',
  history: 'A Change History',
  credentials: ['X-Key'],
  securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  security: [{ key: [] }],
}

const derive = (text: string): ReturnType<typeof deriveManual> =>
  deriveManual(openDocument(text, 'miniature.txt'), manual)

const lineOf = (text: string): number => manualText.split('\n').indexOf(text) + 1

const changed = (from: string, to: string): string => {
  expect(manualText.split(from).length, `the manual has ${from}`).toBeGreaterThan(1)
  return manualText.replace(from, () => to)
}

const derived = derive(manualText)
const schemas = derived.components.schemas
const properties = (name: string): JsonObject => (schemas[name]?.['properties'] ?? {}) as JsonObject

test('a miniature manual becomes a valid document', async () => {
  expect(await validateOpenApi(derived)).toEqual([])
})

test('the same manual yields the same bytes', () => {
  expect(serialise(derive(manualText))).toBe(serialise(derived))
})

test('operations are named by their titles and found by cleaned request lines', () => {
  const found = Object.entries(derived.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, entry]) => [method, path, entry] as const),
  )
  expect(
    found.map(([method, path, entry]) => [method, path, (entry as JsonObject)['operationId']]),
  ).toEqual([
    ['post', '/v1/cupboards/{cupboard_id}/shelves', 'AddShelf'],
    ['get', '/v1/cupboards', 'ListShelves'],
    ['patch', '/v1/boards', 'RenameBoard'],
    ['post', '/v1/boards/filter', 'QueryBoardsByColour'],
  ])
})

test('what had to be mended is counted', () => {
  expect(derived.info['x-repairs']).toEqual({
    tables: 17,
    rows: 33,
    continuedTables: 1,
    gluedCaptions: 1,
    mendedUris: 4,
    retitledTypes: 1,
  })
})

test('parameters know their place, and credentials are no input', () => {
  expect(derived.paths['/v1/cupboards/{cupboard_id}/shelves']?.['post']).toMatchObject({
    parameters: [
      { name: 'cupboard_id', in: 'path', required: true },
      { name: 'X-Key', in: 'header', required: false, 'x-protocol': true },
      { name: 'Region', in: 'header', required: true },
    ],
    requestBody: { required: true },
    responses: { 201: {}, '4XX': {}, '5XX': {} },
    'x-section': '4.1.1',
    'x-caller': 'management',
  })
})

test('what is sent and what is answered under one name are two schemas', () => {
  expect(schemas['AddShelfRequest']?.['required']).toEqual(['name'])
  expect(properties('AddShelfRequest')).toMatchObject({
    name: { type: 'string' },
    labels: { type: 'array', items: { $ref: '#/components/schemas/LabelDtoInput' } },
  })
  expect(schemas['LabelDtoInput']?.['required']).toEqual(['key'])
  expect(Object.keys(properties('LabelDtoInput'))).toEqual(['key', 'text'])
  expect(schemas['LabelDto']).not.toHaveProperty('required')
  expect(properties('AddShelfResponse')).toMatchObject({
    shelf: { $ref: '#/components/schemas/ShelfDto' },
  })
})

test('worded limits become keywords with the line that states them', () => {
  const key = lineOf(
    'key\tYes\tString\tKey. Each tag key can contain a maximum of 7 Unicode characters and cannot be left blank.',
  )
  expect(properties('LabelDtoInput')).toMatchObject({
    key: {
      maxLength: 7,
      pattern: '^[\\s\\S]*\\S[\\s\\S]*$',
      'x-constraints': { maxLength: { lines: [key, key] } },
    },
    text: { maxLength: 5, pattern: '^[A-Za-z _\\(\\).;\\-]*$' },
  })
  expect(properties('AddShelfRequest')).toMatchObject({
    labels: { maxItems: 3 },
    weights: { items: { maxLength: 9, 'x-constraints': { maxLength: {} } } },
  })
  expect(properties('AddShelfRequest')['name']).not.toHaveProperty('enum')
  expect(properties('QueryBoardsByColourRequest')).toMatchObject({ colour: { enum: ['red'] } })
  expect(properties('QueryBoardsByColourResponse')).toMatchObject({
    mood: { enum: ['fine', 'dusty'] },
  })
})

test('lists are paged by a marker or by counting', () => {
  expect(derived.paths['/v1/cupboards']?.['get']).toMatchObject({
    'x-caller': 'any',
    'x-pagination': {
      token: 'marker',
      next: 'page_info.next_marker',
      size: 'limit',
      items: 'shelves',
    },
  })
  expect(derived.paths['/v1/boards/filter']?.['post']).toMatchObject({
    'x-caller': 'unstated',
    'x-pagination': { token: 'offset', size: 'limit', items: 'boards' },
  })
})

test('actions go to the operation that they name, or are kept aside', () => {
  const row = manualText.split('\n').findIndex((line) => line.startsWith('Adding\t')) + 1
  expect(derived.paths['/v1/cupboards/{cupboard_id}/shelves']?.['post']).toMatchObject({
    'x-actions': [
      { action: 'organizations:shelves:add', 'x-citation': { lines: [row, row] } },
      { action: 'organizations:labels:set', when: 'tags' },
    ],
  })
  expect(derived['x-stray-actions']).toMatchObject([
    {
      method: 'POST',
      path: '/v1/boards/paint',
      actions: [{ action: 'organizations:boards:paint' }],
    },
  ])
})

test('codes are listed once for all operations', () => {
  const row = manualText.split('\n').findIndex((line) => line.startsWith('409\t')) + 1
  expect(derived['x-error-codes']).toMatchObject({
    'Cupboards.1001': { status: 404 },
    'Cupboards.1002': { status: 409, lines: [row, row] },
  })
  expect(schemas['Error']?.['required']).toEqual(['error_code', 'error_msg'])
})

test('no sentence of the manual reaches the document', () => {
  const text = serialise(derived)
  const sentences = manualText
    .split(/[\n\t]/u)
    .filter((each) => / .* .* /u.test(each) && /^[A-Z].*\.$/u.test(each))
  expect(sentences.length).toBeGreaterThan(20)
  expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([])
})

test('a manual that is cut after any line is refused with a line', () => {
  const lines = manualText.trimEnd().split('\n')
  for (let kept = 0; kept < lines.length; kept += 1) {
    const cut = lines.slice(0, kept).join('\n')
    expect(() => derive(cut), `cut after line ${kept}`).toThrow(/^miniature\.txt:\d+: expected /u)
  }
})

test.each([
  ['another document', 'API Reference', 'A novel', 'the heading “API Reference”'],
  ['a section that the contents lack', '4.2.1 Renaming a Board.....4\n', '', '4.2.2 Querying'],
  ['a section that is missing', '4.2.1 Renaming a Board\n\nFun', 'Fun', '4.2.1 Renaming a Board'],
  [
    'a section too many',
    '5.2 Actions\n',
    '4.2.3 Adding Oil\n\n5.2 Actions\n',
    'beyond the contents',
  ],
  ['a title in new words', /Querying Boards/gu, 'Musing on Boards', 'a known verb'],
  ['a lost label', 'Response Parameters\n\nNone\n', 'None\n', 'the label “Response Parameters”'],
  ['a label twice', 'Look inside.', 'Debugging', 'once in a section'],
  ['a label in the wrong place', 'Function\n', 'Status Codes\n\nFunction\n', 'once in a section'],
  ['a lost reference', 'See [Error', 'Read [Error', 'a reference to the table'],
  ['another request line', 'PATCH https', 'MEND https', 'the method and path'],
  ['a parameter that the path lacks', '/{{cupboard_id}}', '', 'the parameters cupboard_id'],
  ['a gap in the tables', 'Table 4-8 ', 'Table 4-9 ', 'table 4-8'],
  ['a cell too many', 'id\tString\tUnique', 'id\tString\t\tUnique', 'a row of 3 cells'],
  ['a cell too few', 'cupboard_id\tYes\t', 'cupboard_id\t', 'a row of 4 cells'],
  ['an unknown type', 'boards\tInteger', 'boards\tFloat', 'a type'],
  ['a third way to be mandatory', 'Region\tYes', 'Region\tMaybe', 'Yes or No'],
  ['a name twice', 'labels\tNo', 'name\tNo', 'name once in a table'],
  [
    'a structure without table',
    'shelf\tShelf Dto object',
    'shelf\tBoxDto object',
    'a table that is BoxDto',
  ],
  [
    'a table without use',
    'labels\tNo\tArray of LabelDto objects',
    'labels\tNo\tString',
    'a type that is labels',
  ],
  ['a structure printed in two ways', 'boards\tInteger', 'boards\tString', 'as printed before'],
  [
    'an answer below another status',
    'Status code: 201\n\nTable',
    'Status code: 202\n\nTable',
    'below one of the statuses',
  ],
  ['two successes', '204\tRenamed.', '204\tRenamed.\n200\tToo.', 'one status of success'],
  [
    'a caller in new words',
    'It can be called by any account.',
    'It can be called by cats.',
    'the caller in known words',
  ],
  ['pages without a way on', 'marker\tNo', 'hint\tNo', 'a way from page to page'],
  ['a code in a new form', 'Cupboards .1002', 'Boxes .1002', 'a row of status, code'],
  ['a code twice', 'Cupboards .1002', 'Cupboards .1001', 'Cupboards.1001 once'],
  ['a row without action', 'organizations:shelves:list', 'none', 'an API and its actions'],
  ['a lost history', 'A Change History\n\nReleased', 'Released', 'A Change History'],
  ['a lost host', 'Kitchen\tcupboards.example', 'Kitchen\tnowhere', 'a host'],
  ['a lost envelope', '"error_code":', '"code":', 'an example of an error'],
])('%s is refused', (...[, from, to, expected]) => {
  const text = typeof from === 'string' ? changed(from, to) : manualText.replaceAll(from, to)
  expect(() => derive(text)).toThrow(expected)
})

test('a refusal names the line', () => {
  const line = lineOf('boards\tInteger\tHow many boards.')
  expect(() => derive(changed('boards\tInteger', 'boards\tFloat'))).toThrow(
    new RegExp(`^miniature\\.txt:${line}: expected a type; found `, 'u'),
  )
})

const folder = process.env['ORGPROOF_DOCUMENTS']

if (folder === undefined) {
  process.stdout.write('ORGPROOF_DOCUMENTS is not set: the real manual was not derived\n')
} else {
  const committed = new URL(
    '../../vendors/huawei/openapi/organizations-2024-03-14.json',
    import.meta.url,
  )
  const path = join(folder, huaweiDocumentFile)

  test('the real manual yields the committed file, byte for byte', () => {
    expect(existsSync(path)).toBe(true)
    expect(serialise(deriveHuawei(readFileSync(path, 'utf8')))).toBe(
      readFileSync(committed, 'utf8'),
    )
  })

  test('the real manual cut after any hundredth line is refused', () => {
    const lines = readFileSync(path, 'utf8').split('\n')
    for (let kept = 0; kept < lines.length; kept += 100) {
      expect(() => deriveHuawei(lines.slice(0, kept).join('\n'))).toThrow(
        /^002_\w+\.txt:\d+: expected /u,
      )
    }
  })
}
