import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import type { OpenApiDocument } from '../../contract/openapi-document.ts'
import { applyOverlay, type Overlay } from '../../contract/overlay.ts'
import { collectCitations } from '../collect-citations.ts'
import { validateOpenApi } from '../validate-openapi.ts'

/** The committed contract, without the document it came from: its numbers, its gates, its errata. */

const vendor = fileURLToPath(new URL('../../vendors/aws/', import.meta.url))
const path = join(vendor, 'openapi', 'organizations-2016-11-28.json')
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const openapi = readJson(path) as OpenApiDocument
const overlay = readJson(join(vendor, 'overlay.json')) as Overlay
// the one schema that is the protocol's alone
const { CommonError: protocolError, ...schemas } = openapi.components.schemas
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const operations = Object.values(openapi.paths).map((item) => item['post'] as JsonObject)
const names = operations.map((operation) => text(operation['operationId']))

const list = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []

const properties = (name: string): readonly (readonly [string, JsonObject])[] => {
  const members = schemas[name]?.['properties']
  if (!isObject(members)) return []
  return Object.entries(members).flatMap(([member, schema]) =>
    isObject(schema) ? [[member, schema] as const] : [],
  )
}

const messages = new Set(names.flatMap((name) => [`${name}Request`, `${name}Response`]))
const exceptions = Object.keys(schemas).filter((name) => name.endsWith('Exception'))
const enumerations = Object.keys(schemas).filter((name) => schemas[name]?.['enum'] !== undefined)
const structures = Object.keys(schemas).filter(
  (name) => !messages.has(name) && !exceptions.includes(name) && !enumerations.includes(name),
)
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

test('the contract has every operation, and every member of its messages', () => {
  expect(names).toHaveLength(55)
  expect(sum(names.map((name) => properties(`${name}Request`).length))).toBe(111)
  expect(sum(names.map((name) => list(schemas[`${name}Request`]?.['required']).length))).toBe(59)
  expect(sum(names.map((name) => properties(`${name}Response`).length))).toBe(55)
  expect(names.filter((name) => properties(`${name}Request`).length === 0)).toHaveLength(6)
  expect(names.filter((name) => properties(`${name}Response`).length === 0)).toHaveLength(16)
})

test('the contract has every structure, enumeration and exception', () => {
  expect(structures).toHaveLength(22)
  expect(sum(structures.map((name) => properties(name).length))).toBe(84)
  expect(enumerations).toHaveLength(16)
  expect(sum(enumerations.map((name) => list(schemas[name]?.['enum']).length))).toBe(67)
  expect(exceptions).toHaveLength(47)
  expect(sum(operations.map((operation) => list(operation['x-errors']).length))).toBe(443)
})

test.each([
  ['ConstraintViolationException', 34],
  ['InvalidInputException', 24],
  ['HandshakeConstraintViolationException', 9],
])('%s lists %i reasons and stays open', (name, count) => {
  const reason = Object.fromEntries(properties(name))['Reason'] ?? {}
  const [documented, open] = list(reason['anyOf'])
  expect(isObject(documented) && list(documented['enum']).length).toBe(count)
  expect(open).toEqual({ type: 'string' })
  expect(Object.keys(reason['x-reason-citations'] ?? {})).toHaveLength(count)
})

test('every caller that is stated is read', () => {
  const counts = new Map<string, number>()
  for (const operation of operations) {
    const caller = text(operation['x-caller'])
    counts.set(caller, (counts.get(caller) ?? 0) + 1)
    expect(operation['x-caller-citation'] === undefined).toBe(caller === 'unstated')
  }
  expect(Object.fromEntries(counts)).toEqual({
    'management-or-delegate': 29,
    management: 16,
    'any-member': 4,
    recipient: 2,
    originator: 1,
    member: 1,
    standalone: 1,
    unstated: 1,
  })
})

test('sixteen operations are paged, all but one with a size', () => {
  const paged = operations.flatMap((operation) => operation['x-pagination'] ?? [])
  expect(paged).toHaveLength(16)
  expect(paged.filter((each) => isObject(each) && each['size'] === 'MaxResults')).toHaveLength(15)
  expect(operations.find(({ operationId }) => operationId === 'ListTagsForResource')).toMatchObject(
    {
      'x-pagination': { token: 'NextToken', next: 'NextToken', items: 'Tags' },
    },
  )
})

test('the examples and the mended places are counted', () => {
  const examples = operations.map((operation) => list(operation['x-examples']))
  expect(examples.filter((each) => each.length > 0)).toHaveLength(38)
  expect(examples.flat()).toHaveLength(42)
  expect(examples.flat().filter((each) => isObject(each) && 'result' in each)).toHaveLength(34)
  expect(openapi.info['x-repairs']).toEqual({
    gluedExceptions: 38,
    gluedMembers: 35,
    namelessMembers: 4,
    shapes: 22,
  })
})

test('each operation is told apart by its target header', () => {
  for (const [key, item] of Object.entries(openapi.paths)) {
    const target = key.slice('/#X-Amz-Target='.length)
    expect(item['post']).toMatchObject({
      operationId: target.split('.')[1],
      parameters: [{ name: 'X-Amz-Target', required: true, schema: { const: target } }],
    })
  }
})

interface CommonError {
  readonly properties: { readonly __type: { readonly not: { readonly pattern: string } } }
}

test('an error that the page does not list is any but those that it lists', () => {
  const { properties: members } = protocolError as unknown as CommonError
  const listed = new RegExp(members['__type'].not.pattern, 'u')
  expect(listed.test('SerializationException')).toBe(false)
  expect(exceptions.filter((name) => !listed.test(name))).toEqual([])
})

test('every worded constraint is a keyword with its lines', () => {
  const constrained = names
    .flatMap((name) => properties(`${name}Request`))
    .filter(([, schema]) => 'x-constraints' in schema)
  expect(constrained.filter(([, schema]) => 'pattern' in schema)).toHaveLength(39)
  expect(constrained).toHaveLength(43)
  for (const [, schema] of constrained) {
    for (const keyword of Object.keys(schema['x-constraints'] ?? {}))
      expect(schema).toHaveProperty(keyword)
  }
})

test('every pattern is anchored at both ends and compiles with the u flag', () => {
  const patterns = JSON.stringify(applyOverlay(openapi, overlay)).matchAll(
    /"pattern":("(?:[^"\\]|\\.)*")/gu,
  )
  let count = 0
  for (const [, quoted = '""'] of patterns) {
    const pattern = JSON.parse(quoted) as string
    expect(pattern).toMatch(/^\^.*\$$/u)
    if (/\|/u.test(pattern.replaceAll(/\[[^\]]*\]/gu, ''))) expect(pattern).toContain('(?:')
    expect(new RegExp(pattern, 'u')).toBeInstanceOf(RegExp)
    count += 1
  }
  expect(count).toBeGreaterThan(90)
})

test('no schema is closed against members that newer endpoints know', () => {
  expect(JSON.stringify(openapi)).not.toContain('additionalProperties')
})

test('everything the document states is cited', () => {
  for (const name of Object.keys(schemas)) {
    expect(schemas[name], name).toHaveProperty('x-citation')
    for (const [member, schema] of properties(name)) {
      if (member !== '__type') expect(schema, `${name}.${member}`).toHaveProperty('x-citation')
    }
  }
  const citations = collectCitations(openapi)
  expect(citations.length).toBeGreaterThan(1000)
  const { lines } = openapi.info['x-document'] as { lines: number }
  for (const { pointer, citation } of citations) {
    expect(citation.lines[0], pointer).toBeLessThanOrEqual(citation.lines[1])
    expect(citation.lines[1], pointer).toBeLessThanOrEqual(lines)
    expect(citation.sha256, pointer).toMatch(/^[0-9a-f]{64}$/u)
  }
})

test('no text of the contract is long enough to be a sentence of the document', () => {
  const texts: string[] = []
  JSON.stringify(openapi, (key, value: unknown) => {
    if (typeof value === 'string' && !['pattern', 'sha256', '$ref'].includes(key)) texts.push(value)
    return value
  })
  expect(texts.filter((each) => each.split(' ').length > 7)).toEqual([])
})

test('the contract is valid OpenAPI and every schema compiles strictly, before and after its overlay', async () => {
  expect(await validateOpenApi(openapi)).toEqual([])
  expect(await validateOpenApi(applyOverlay(openapi, overlay))).toEqual([])
})

test('the contract is clean under redocly lint', async () => {
  const cli = createRequire(import.meta.url).resolve('@redocly/cli/package.json')
  const environment = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(dirname(cli), 'bin', 'cli.js'), 'lint', '--format=json', path],
    { env: environment },
  )
  const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
    totals: unknown
    problems: unknown
  }
  expect(report.problems).toEqual([])
})

test.each([
  ['overlay.schema.json', 'overlay.json'],
  ['sources.schema.json', 'sources.json'],
])('%s accepts %s', (schema, file) => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
  const validate = ajv.compile(readJson(join(vendor, '../../schemas', schema)) as JsonObject)
  validate(readJson(join(vendor, file)))
  expect(validate.errors).toBeNull()
})

test('every erratum of the document has an entry, and ids are unique', () => {
  const ids = overlay.entries.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const errata = Array.from({ length: 36 }, (_, at) => `Z${at + 1}`)
  expect(ids.filter((id) => id.startsWith('Z'))).toEqual(errata)
})

/** Constraint keywords of a schema that neither the document states nor the overlay marks as soft. */
const hardKeywords = (schema: JsonObject): readonly string[] => {
  const cited = Object.keys(schema['x-constraints'] ?? {})
  return ['minimum', 'maximum', 'minLength', 'maxLength', 'pattern'].filter(
    (each) => each in schema && !cited.includes(each) && !list(schema['x-soft']).includes(each),
  )
}

test('what comes from outside the document is soft', () => {
  const hard: string[] = []
  JSON.stringify(applyOverlay(openapi, overlay), (key, value: unknown) => {
    if (isObject(value) && !['x-constraints', '__type', 'not'].includes(key)) {
      hard.push(...hardKeywords(value).map((keyword) => `${key} ${keyword}`))
    }
    return value
  })
  expect(hard).toEqual([])
})

test('the overlay names itself on everything it changes', () => {
  const laid = applyOverlay(openapi, overlay)
  expect(laid.components.schemas['ListAccountsRequest']?.['properties']).toMatchObject({
    MaxResults: { minimum: 1, maximum: 20, 'x-soft': ['minimum', 'maximum'], 'x-overlay': ['P1'] },
  })
  expect(laid.components.schemas['InvalidInputException']?.['properties']).toMatchObject({
    Message: { type: 'string', 'x-overlay': ['P21'] },
    Reason: { 'x-spellings': { INVALID_PAGINATION_TOKEN: 'INVALID_NEXT_TOKEN' } },
  })
})

test('a name the wire knows in several forms is recognised, another one is not', () => {
  const type = Object.fromEntries(properties('PolicyNotFoundException'))['__type']
  const pattern = new RegExp(text(type?.['pattern']), 'u')
  expect(pattern.test('PolicyNotFoundException')).toBe(true)
  expect(pattern.test('com.example#PolicyNotFoundException:http://example/')).toBe(true)
  expect(pattern.test('ResourcePolicyNotFoundException')).toBe(false)
})
