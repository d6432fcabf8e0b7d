import { readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import type { Lines } from '../contract/citation.ts'
import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import schema from '../schemas/requirements.schema.json' with { type: 'json' }
import register from '../vendors/aws/requirements.json' with { type: 'json' }
import type { Requirement } from './requirement.ts'

const requirements = register.requirements as unknown as readonly Requirement[]

/** Where the document says a rule; of what only a page of the vendor says, nowhere. */
const linesOf = ({ citations }: Requirement): readonly Lines[] =>
  citations.filter((citation): citation is Lines => 'lines' in citation)

const openapi = JSON.parse(
  readFileSync(
    new URL('../vendors/aws/openapi/organizations-2016-11-28.json', import.meta.url),
    'utf8',
  ),
) as JsonObject

const registerOf = (row: object): unknown =>
  JSON.parse(JSON.stringify({ document: 'd', requirements: [row] }))

const count = (chapter: string): number =>
  requirements.filter(({ id }) => id.startsWith(chapter)).length

const cited = (row: Requirement): string[] =>
  linesOf(row).map(({ lines }) => `${lines[0]}-${lines[1]}`)

test.each([
  ['without evidence', { citations: [] }],
  ['with neither checks nor a reason', { notTested: undefined }],
  ['with both checks and a reason', { checks: ['scenario/unit-not-empty/x'] }],
  ['with empty checks', { notTested: undefined, checks: [] }],
  ['with lines and no hash', { citations: [{ lines: [1, 2] }] }],
  ['with an id of another form', { id: 'rule 1' }],
])('the schema refuses a rule %s', (_, fault) => {
  const rule = {
    id: 'A1',
    rule: 'A rule in our words.',
    level: 'must',
    citations: [{ lines: [1, 2], sha256: '0'.repeat(64) }],
    notTested: 'Nothing in this API shows it.',
  }
  const validate = new Ajv2020({ strict: true }).compile(schema)
  expect(validate(registerOf(rule))).toBe(true)
  expect(validate(registerOf({ ...rule, ...fault }))).toBe(false)
})

test('the register holds all 158 rules of the document, by chapter', () => {
  const chapters = { A: 13, B: 15, C: 34, D: 27, E: 30, F: 5, G: 14, H: 7, I: 6, J: 7 }
  const counted = Object.keys(chapters).map((chapter) => [chapter, count(chapter)])
  expect(Object.fromEntries(counted)).toEqual(chapters)
})

test('every chapter counts its rules from 1 without gap or repetition', () => {
  const ids = requirements.map(({ id }) => id)
  const expected = [...new Set(ids.map((id) => id.slice(0, 1)))].flatMap((chapter) =>
    ids.filter((id) => id.startsWith(chapter)).map((_, index) => `${chapter}${index + 1}`),
  )
  expect(ids).toEqual(expected)
})

test('every rule is said once, in the present tense, as a sentence', () => {
  const rules = requirements.map(({ rule }) => rule)
  expect(new Set(rules).size).toBe(rules.length)
  expect(rules.filter((rule) => !/^[A-Z].*[^.]\.$/u.test(rule))).toEqual([])
  expect(rules.filter((rule) => /\b(should|shall|will|must)\b/iu.test(rule))).toEqual([])
})

test('every citation lies inside the document that was read', () => {
  const { file, lines } = documentOf(openapi)
  expect(register.document).toBe(file)
  const outside = requirements.flatMap((row) =>
    linesOf(row).filter(({ lines: [from, to] }) => from > to || to > lines),
  )
  expect(outside).toEqual([])
})

test('who may call is cited for every operation that only some may call', () => {
  const rule = requirements.find(({ id }) => id === 'J3')
  expect(rule === undefined ? 0 : cited(rule).length).toBe(45 + 1)
})

const documentOf = (derived: JsonObject): { readonly file: Json; readonly lines: number } => {
  const { info } = derived
  const document = isObject(info) ? info['x-document'] : undefined
  if (!isObject(document)) throw new Error('the contract names no document')
  return { file: document['file'] ?? '', lines: Number(document['lines']) }
}
