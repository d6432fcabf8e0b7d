import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import { operationOf } from '../../contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import { contractOf } from '../../contract/load-contract.ts'
import { extensionKeywords, type OpenApiDocument } from '../../contract/openapi-document.ts'
import { applyOverlay, type Overlay } from '../../contract/overlay.ts'
import { collectCitations } from '../collect-citations.ts'
import { validateOpenApi } from '../validate-openapi.ts'

/** The committed contracts, without the manuals they came from: their numbers, their gates, their errata. */

const vendors = fileURLToPath(new URL('../../vendors/', import.meta.url))
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(vendors, file), 'utf8'))
const files = [
  'huawei/openapi/organizations-2024-03-14.json',
  'huawei/openapi/error-codes.json',
  'codearts/openapi/codearts-2025-12-18.json',
] as const
const [organizationsFile, errorsFile, codeartsFile] = files
const organizations = readJson(organizationsFile) as OpenApiDocument
const errors = readJson(errorsFile) as OpenApiDocument
const codearts = readJson(codeartsFile) as OpenApiDocument
const overlays = {
  [organizationsFile]: readJson('huawei/overlay.json') as Overlay,
  [codeartsFile]: readJson('codearts/overlay.json') as Overlay,
}
const organizationsLaid = applyOverlay(organizations, overlays[organizationsFile])
const codeartsLaid = applyOverlay(codearts, overlays[codeartsFile])

const entriesOf = (openapi: OpenApiDocument): readonly JsonObject[] =>
  Object.values(openapi.paths).flatMap((item) => Object.values(item) as readonly JsonObject[])

const list = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []

const objects = (value: Json | undefined): readonly JsonObject[] => list(value).filter(isObject)

const tally = (values: readonly (Json | undefined)[]): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>()
  for (const value of values) {
    const name = typeof value === 'string' ? value : JSON.stringify(value)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

const operations = entriesOf(organizations)

test('the contract has every operation, named once', () => {
  expect(operations).toHaveLength(58)
  expect(Object.keys(organizations.paths)).toHaveLength(48)
  expect(new Set(operations.map((each) => each['operationId'])).size).toBe(58)
  expect(tally(Object.values(organizations.paths).flatMap((item) => Object.keys(item)))).toEqual({
    get: 26,
    post: 26,
    patch: 3,
    delete: 3,
  })
})

test('every operation has its own status of success', () => {
  const statuses = [...contractOf(organizations).operations.values()].map(({ status }) => status)
  expect(tally(statuses)).toEqual({ 200: 48, 201: 4, 202: 3, 204: 3 })
})

test('every table became parameters, bodies and structures', () => {
  expect(organizations.info['x-repairs']).toEqual({
    tables: 247,
    rows: 554,
    continuedTables: 19,
    gluedCaptions: 1,
    mendedUris: 24,
    retitledTypes: 7,
  })
  const places = operations.flatMap((each) => objects(each['parameters']).map((one) => one['in']))
  expect(tally(places)).toEqual({ path: 32, query: 42, header: 62 })
  const names = Object.keys(organizations.components.schemas)
  expect(names.filter((name) => name.endsWith('Request'))).toHaveLength(22)
  expect(names.filter((name) => name.endsWith('Response'))).toHaveLength(41)
  expect(names).toHaveLength(22 + 41 + 29)
})

test('callers are read where they are stated', () => {
  expect(tally(operations.map((each) => each['x-caller']))).toEqual({
    standalone: 1,
    'any-member': 2,
    management: 23,
    member: 1,
    'management-or-delegate': 20,
    recipient: 1,
    originator: 1,
    any: 1,
    unstated: 8,
  })
})

test('fourteen lists are paged by marker, one by counting', () => {
  const paged = operations.flatMap((each) => each['x-pagination'] ?? [])
  expect(tally(paged.map((each) => (isObject(each) ? each['token'] : '')))).toEqual({
    marker: 14,
    offset: 1,
  })
})

test('every action has its operation once the errata are read', () => {
  const own = objects(organizations['x-stray-actions'])
  const before = operations.flatMap((each) => objects(each['x-actions']))
  const stray = own.flatMap((row) => objects(row['actions']))
  const actions = [...before, ...stray].map((each) => each['action'])
  expect(own).toHaveLength(5)
  expect(actions).toHaveLength(61)
  expect(new Set(actions).size).toBe(53)
  const laid = entriesOf(organizationsLaid)
  const without = laid.filter((each) => each['x-actions'] === undefined)
  expect(laid.flatMap((each) => objects(each['x-actions']))).toHaveLength(61)
  expect(without.map((each) => each['operationId'])).toEqual([
    'CloseAccount',
    'UpdateAccount',
    'QueryCloseAccountRequestsInState',
  ])
  expect(organizationsLaid).not.toHaveProperty('x-stray-actions')
})

const codesOf = (openapi: OpenApiDocument): Readonly<Record<string, JsonObject>> =>
  openapi['x-error-codes'] as Readonly<Record<string, JsonObject>>

test('the manual and the web page list the same codes', () => {
  const statuses = (openapi: OpenApiDocument) =>
    Object.entries(codesOf(openapi)).map(([code, { status }]) => [code, status])
  expect(statuses(errors)).toEqual(statuses(organizations))
  expect(tally(Object.values(codesOf(organizations)).map(({ status }) => status))).toEqual({
    400: 56,
    404: 21,
    409: 12,
    401: 4,
    403: 4,
  })
})

test('CodeArts has one operation and 68 codes', () => {
  const [operation, ...others] = [...contractOf(codeartsLaid).operations.values()]
  expect(others).toEqual([])
  expect(operation).toMatchObject({
    name: 'DeleteVPCEPAccessControlInformation',
    method: 'DELETE',
    path: '/devuc-accessmgmt/v2/vpceps',
    status: 200,
    locations: { region: 'header', enterprise_id: 'body', vpceps: 'body' },
    input: { required: ['region'] },
  })
  expect(operation?.errors).toHaveLength(68)
  expect(tally(Object.values(codesOf(codearts)).map(({ status }) => status))).toEqual({
    400: 38,
    401: 11,
    403: 6,
    404: 2,
    405: 1,
    408: 1,
    409: 5,
    424: 1,
    429: 1,
    500: 2,
  })
  expect(codearts['servers']).toHaveLength(8)
})

test('an operation declares every code of its document', () => {
  const operation = operationOf(contractOf(organizationsLaid), 'CreateOU')
  expect(operation.errors).toHaveLength(97)
  expect(operation.errorCitations['Organizations.1205']).toMatchObject({ lines: [5550, 5550] })
})

/** Whether one request could be meant for both templates. */
const overlap = (one: string, other: string): boolean => {
  const [a, b] = [one.split('/'), other.split('/')]
  return (
    a.length === b.length &&
    a.every((step, at) => step === b[at] || step.startsWith('{') || b[at]?.startsWith('{'))
  )
}

test('nine pairs of templates overlap, in each a word stands against a parameter', () => {
  const paths = Object.keys(organizations.paths)
  const pairs = paths.flatMap((one, at) =>
    paths.slice(at + 1).flatMap((other) => (overlap(one, other) ? [[one, other] as const] : [])),
  )
  expect(pairs).toHaveLength(9)
  for (const [one, other] of pairs) {
    const others = other.split('/')
    const told = one
      .split('/')
      .filter((step, at) => step.startsWith('{') !== others[at]?.startsWith('{'))
    expect(told.length, `${one} ${other}`).toBeGreaterThan(0)
  }
})

test.each(files)('%s: what is stated is cited', (file) => {
  const openapi = readJson(file) as OpenApiDocument
  const { lines } = openapi.info['x-document'] as { lines: number }
  for (const [name, { properties = {}, ...schema }] of Object.entries(openapi.components.schemas)) {
    expect(schema, name).toHaveProperty('x-citation')
    for (const [member, one] of Object.entries(properties as JsonObject)) {
      expect(one, `${name}.${member}`).toHaveProperty('x-citation')
    }
  }
  for (const { pointer, citation } of collectCitations(openapi)) {
    expect(citation.lines[0], pointer).toBeLessThanOrEqual(citation.lines[1])
    expect(citation.lines[1], pointer).toBeLessThanOrEqual(lines)
  }
})

test.each(files)('%s: no text is long enough to be a sentence', (file) => {
  const texts: string[] = []
  JSON.stringify(readJson(file), (key, value: unknown) => {
    if (typeof value === 'string' && !['pattern', 'sha256', '$ref', 'summary'].includes(key)) {
      texts.push(value)
    }
    return value
  })
  expect(texts.filter((each) => each.split(' ').length > 5)).toEqual([])
})

test.each(files)('%s: valid OpenAPI, before and after its overlay', async (file) => {
  const openapi = readJson(file) as OpenApiDocument
  expect(await validateOpenApi(openapi)).toEqual([])
  if (file === errorsFile) return
  expect(await validateOpenApi(applyOverlay(openapi, overlays[file]))).toEqual([])
})

test.each(files)('%s: every schema of a parameter compiles strictly', (file) => {
  const openapi =
    file === errorsFile ? errors : applyOverlay(readJson(file) as OpenApiDocument, overlays[file])
  const ajv = new Ajv2020({ strict: true, unicodeRegExp: true })
  ajv.addVocabulary([...extensionKeywords])
  for (const { schema } of entriesOf(openapi).flatMap((each) => objects(each['parameters']))) {
    expect(ajv.compile(schema as JsonObject)).toBeTypeOf('function')
  }
})

test.each(files)('%s: closed against no member, and every pattern is anchored', (file) => {
  const text = readFileSync(join(vendors, file), 'utf8')
  expect(text).not.toContain('additionalProperties')
  for (const [, quoted = '""'] of text.matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/gu)) {
    const pattern = JSON.parse(quoted) as string
    expect(pattern).toMatch(/^\^.*\$$/u)
    expect(new RegExp(pattern, 'u')).toBeInstanceOf(RegExp)
  }
})

test.each(files)(
  '%s: clean under redocly lint',
  async (file) => {
    const cli = createRequire(import.meta.url).resolve('@redocly/cli/package.json')
    const environment = {
      ...process.env,
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(dirname(cli), 'bin', 'cli.js'), 'lint', '--format=json', join(vendors, file)],
      { env: environment },
    )
    const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { problems: unknown }
    expect(report.problems).toEqual([])
  },
  20_000,
)

test.each([
  ['overlay.schema.json', 'huawei/overlay.json'],
  ['sources.schema.json', 'huawei/sources.json'],
  ['overlay.schema.json', 'codearts/overlay.json'],
  ['sources.schema.json', 'codearts/sources.json'],
])('%s accepts %s', (schema, file) => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
  const validate = ajv.compile(readJson(join('..', 'schemas', schema)) as JsonObject)
  validate(readJson(file))
  expect(validate.errors).toBeNull()
})

test.each(Object.entries(overlays))(
  'the entries of the overlay of %s have ids of their own',
  (...[, overlay]) => {
    const ids = overlay.entries.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  },
)

const limits = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
  'enum',
]

/** Limits of a schema that no line states and the overlay does not mark as soft. */
const hardLimits = (schema: JsonObject): readonly string[] => {
  const cited = Object.keys(schema['x-constraints'] ?? {})
  return limits.filter(
    (each) => each in schema && !cited.includes(each) && !list(schema['x-soft']).includes(each),
  )
}

test.each([organizationsLaid, codeartsLaid])('what no line states is soft', (openapi) => {
  const hard: string[] = []
  JSON.stringify(openapi, (key, value: unknown) => {
    if (isObject(value) && key !== 'x-constraints') {
      hard.push(...hardLimits(value).map((keyword) => `${key} ${keyword}`))
    }
    return value
  })
  expect(hard).toEqual([])
})

test('the overlay names itself on what it changes', () => {
  const { schemas } = organizationsLaid.components
  expect(schemas['PageInfoDto']?.['properties']).toMatchObject({
    next_marker: { type: ['string', 'null'], 'x-overlay': ['Z24'] },
    current_count: { type: ['integer', 'null'], 'x-overlay': ['P5'] },
  })
  expect(schemas['CreatePolicyRequest']).toMatchObject({ 'x-soft-required': ['description'] })
  expect(schemas['CreateAccountStatusDto']?.['properties']).toMatchObject({
    state: { enum: ['in_progress', 'succeeded', 'failed'], 'x-soft': ['enum'] },
  })
  expect(operationOf(contractOf(organizationsLaid), 'AcceptInvitation').caller).toBe('recipient')
})
