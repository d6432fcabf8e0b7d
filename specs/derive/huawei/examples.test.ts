import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import type { JsonObject } from '../../contract/json.ts'
import type { OpenApiDocument } from '../../contract/openapi-document.ts'
import { applyOverlay, type Overlay } from '../../contract/overlay.ts'
import { cite } from '../citation.ts'
import { openDocument } from '../source-document.ts'
import { huaweiDocumentFile, huaweiManual } from './derive-huawei.ts'
import { readExamples, type Example } from './examples.ts'

interface Listed {
  readonly operation: string
  readonly side: Example['side']
  readonly lines: readonly [number, number]
  readonly sha256: string
  readonly state: 'parsed' | 'mended' | 'contradicts' | 'broken'
  readonly erratum?: string
}

const vendor = new URL('../../vendors/huawei/', import.meta.url)
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, vendor), 'utf8'))
const overlay = readJson('overlay.json') as Overlay
const { examples: listed } = readJson('examples.json') as { examples: readonly Listed[] }

const miniature = readFileSync(new URL('miniature.txt', import.meta.url), 'utf8')
const examples = readExamples(openDocument(miniature, 'miniature.txt'), huaweiManual)

test('a body behind its request line is an example', () => {
  expect(examples.slice(0, 1)).toMatchObject([
    { operation: 'AddShelf', side: 'request', value: { name: 'cups' }, mended: false },
  ])
})

test('a text that a page broke is one again', () => {
  expect(examples.slice(1, 2)).toMatchObject([
    { side: 'answer', value: { shelf: { id: 'kitchen-left-cups' } }, mended: true },
  ])
})

test('fences with nothing between them are one body, which may be no JSON', () => {
  const from = miniature.split('\n').indexOf('  "shelves": [ {')
  const [broken] = examples.filter(({ operation }) => operation === 'ListShelves')
  expect(broken).toEqual({
    operation: 'ListShelves',
    side: 'answer',
    span: { from, to: from + 5 },
    value: undefined,
    mended: false,
  })
})

test('of the 63 examples of the manual 55 are JSON, and an erratum says what ails the others', () => {
  const count = (state: Listed['state']): number =>
    listed.filter((each) => each.state === state).length
  expect(listed).toHaveLength(63)
  expect([count('parsed'), count('mended'), count('contradicts'), count('broken')]).toEqual([
    46, 6, 3, 8,
  ])
  const ids = overlay.entries.map(({ id }) => id)
  for (const { erratum } of listed) if (erratum !== undefined) expect(ids).toContain(erratum)
})

test('the list has its schema', () => {
  const path = new URL('../../schemas/examples.schema.json', import.meta.url)
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as JsonObject)
  validate(readJson('examples.json'))
  expect(validate.errors).toBeNull()
})

const folder = process.env['ORGPROOF_DOCUMENTS']

if (folder !== undefined) {
  const text = readFileSync(join(folder, huaweiDocumentFile), 'utf8')
  const document = openDocument(text, huaweiDocumentFile)
  const openapi = readJson('openapi/organizations-2024-03-14.json') as OpenApiDocument
  const { components } = applyOverlay(openapi, overlay)
  const ajv = new Ajv2020({ strict: false })
  ajv.addSchema({ $id: 'laid:/', components })

  const stateOf = ({ operation, side, value, mended }: Example): Listed['state'] => {
    if (value === undefined) return 'broken'
    const schema = `${operation}${side === 'request' ? 'Request' : 'Response'}`
    if (!ajv.validate({ $ref: `laid:/#/components/schemas/${schema}` }, value)) return 'contradicts'
    return mended ? 'mended' : 'parsed'
  }

  test('the examples of the real manual are as listed, and fit their schemas after the errata', () => {
    const found = readExamples(document, huaweiManual).map((example) => ({
      operation: example.operation,
      side: example.side,
      ...cite(document.lines, example.span),
      state: stateOf(example),
    }))
    expect(found).toEqual(listed.map(({ erratum: _erratum, ...facts }) => facts))
  })
}
