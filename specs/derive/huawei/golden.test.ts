import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { contractOf } from '../../contract/load-contract.ts'
import { cite } from '../citation.ts'
import type { GoldenBasis, GoldenFile } from '../golden-file.ts'
import { openDocument } from '../source-document.ts'
import { deriveManual } from './derive-manual.ts'
import { deriveGoldenExchanges } from './golden.ts'
import type { Manual } from './manual.ts'

const miniature = readFileSync(new URL('miniature.txt', import.meta.url), 'utf8')
const lines = miniature.split('\n')
const lineOf = (text: string): number => lines.indexOf(text) + 1

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

const brokenAt = lineOf('  "shelves": [ {')
const overlay: GoldenBasis['overlay'] = {
  document: 'miniature.txt',
  entries: [
    {
      id: 'Z1',
      lines: [[brokenAt, brokenAt]],
      sha256: [],
      reading: '',
      why: '',
      evidence: 'document',
      actions: [],
    },
  ],
}

const changed = (from: string, to: string): string => {
  expect(miniature.split(from).length, `the manual has ${from}`).toBeGreaterThan(1)
  return miniature.replace(from, () => to)
}

const derive = (text: string, operation: string): GoldenFile | undefined => {
  const contract = contractOf(deriveManual(openDocument(miniature, manual.file), manual))
  const files = deriveGoldenExchanges(text, manual, { vendor: 'cupboards', contract, overlay })
  return files.find((file) => file.operation === operation)
}

test('an example has its request line, its input, and its answer with its status', () => {
  const from = lineOf('POST https://{endpoint}/v1/cupboards/{cupboard_id}/shelves')
  const answerAt = lineOf('  "shelf": {')
  expect(derive(miniature, 'AddShelf')).toEqual({
    $schema: '../../../specs/schemas/golden-exchange.schema.json',
    vendor: 'cupboards',
    operation: 'AddShelf',
    document: 'miniature.txt',
    exchanges: [
      {
        request: {
          http: { method: 'POST', path: '/v1/cupboards/{cupboard_id}/shelves' },
          input: { name: 'cups' },
          open: ['cupboard_id', 'Region'],
          citation: cite(lines, { from, to: lineOf('  "name": "cups"') + 1 }),
        },
        answer: {
          status: 201,
          output: { shelf: { id: 'kitchen-left-cups' } },
          citation: cite(lines, { from: answerAt - 1, to: answerAt + 4 }),
        },
      },
    ],
  })
})

test('an answer that is no JSON is left out, with the errata of its lines', () => {
  expect(derive(miniature, 'ListShelves')).toMatchObject({
    exchanges: [{ request: { http: { method: 'GET', path: '/v1/cupboards' }, input: {} } }],
    leftOut: [
      {
        side: 'answer',
        state: 'broken',
        errata: ['Z1'],
        citation: { lines: [brokenAt - 1, brokenAt + 4] },
      },
    ],
  })
})

test('an example that contradicts its tables is left out', () => {
  const file = derive(changed('  "name": "cups"', '  "name": ["cups"]'), 'AddShelf')
  expect(file?.exchanges).toMatchObject([{ answer: { status: 201 } }])
  expect(file?.exchanges).not.toMatchObject([{ request: {} }])
  expect(file?.['leftOut']).toMatchObject([
    { side: 'request', state: 'contradicts', problem: '/name must be string' },
  ])
})

test('a request line that is not the one of the contract is shown beside it', () => {
  const text = changed(
    'GET https://{endpoint}/v1/cupboards\n\nExample',
    'POST <https://{{endpoint}}/v1/inner/cupboards>\n\nExample',
  )
  expect(derive(text, 'ListShelves')?.exchanges).toMatchObject([
    {
      request: {
        http: { method: 'GET', path: '/v1/cupboards' },
        printed: { method: 'POST', path: '/v1/inner/cupboards' },
      },
    },
  ])
})

test('an example may have a body alone, or a request line alone', () => {
  expect(derive(miniature, 'QueryBoardsByColour')?.exchanges).toMatchObject([
    { request: { input: { colour: 'red' } }, answer: { output: { boards: [], total_count: 0 } } },
  ])
  const [renamed, ...others] = derive(miniature, 'RenameBoard')?.exchanges ?? []
  expect(Object.keys(renamed ?? {})).toEqual(['request'])
  expect(others).toEqual([])
})

test('a sentence of an example gives way', () => {
  const text = changed('  "name": "cups"', '  "name": "where all the cups go"')
  expect(derive(text, 'AddShelf')?.exchanges).toMatchObject([
    { request: { input: { name: 'text of the example' }, masked: ['/name'] } },
  ])
})

test('a second example of a side is refused with its line', () => {
  const text = changed('  "name": "cups"\n}\n```', '  "name": "cups"\n}\n```\n\nor\n\n```\n{}\n```')
  const at = text.split('\n').indexOf('or') + 4
  expect(() => derive(text, 'AddShelf')).toThrow(`miniature.txt:${at}: expected one request alone`)
})

test('an answer without a status is refused with its line', () => {
  const text = changed('Example Responses\n\nStatus code: 201', 'Example Responses\n\nStatus: 201')
  expect(() => derive(text, 'AddShelf')).toThrow(/miniature\.txt:\d+: expected a status code/u)
})
