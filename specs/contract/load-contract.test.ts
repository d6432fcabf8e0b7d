import { expect, test } from 'vitest'

import type { JsonObject } from './json.ts'
import { contractOf } from './load-contract.ts'

const citation = { lines: [3, 5], sha256: 'ab' }

/** A contract of one path, as a derivation writes it. */
const document = (item: JsonObject, path = '/v1/teams/{team_id}'): JsonObject => ({
  info: { 'x-document': { file: 'manual.txt', sha256: 'cd', lines: 9 } },
  paths: { [path]: item },
  components: {
    schemas: {
      Team: { type: 'object', properties: { id: { type: 'string' } } },
      'odd/name': { $ref: '#/components/schemas/Team', description: 'by another name' },
    },
    parameters: {
      team: { name: 'team_id', in: 'path', required: true, schema: { type: 'string' } },
    },
  },
})

const answered = (schema: JsonObject): JsonObject => ({
  200: { description: 'done', content: { 'application/json': { schema } } },
})

const entry = (more: JsonObject = {}): JsonObject => ({
  operationId: 'ShowTeam',
  responses: answered({ $ref: '#/components/schemas/Team' }),
  'x-citation': citation,
  ...more,
})

const only = (item: JsonObject, path?: string) => {
  const [operation] = contractOf(document(item, path)).operations.values()
  if (operation === undefined) throw new Error('no operation')
  return operation
}

test('an operation carries what the document says of it', () => {
  const pagination = { token: 'marker', next: 'next_marker', items: 'teams' }
  const operation = only({
    get: entry({
      'x-errors': ['NotFound', 'Gone'],
      'x-caller': 'management',
      'x-caller-citation': citation,
      'x-pagination': pagination,
      'x-error-citations': { Gone: citation },
    }),
  })
  const cited = { kind: 'document', document: 'manual.txt', lines: [3, 5], sha256: 'ab' }
  expect(operation).toEqual({
    name: 'ShowTeam',
    method: 'GET',
    path: '/v1/teams/{team_id}',
    status: 200,
    input: { type: 'object' },
    output: { type: 'object', properties: { id: { type: 'string' } } },
    errors: ['NotFound', 'Gone'],
    caller: 'management',
    callerCitation: cited,
    pagination,
    citation: cited,
    errorCitations: { Gone: cited },
    locations: {},
  })
})

test('a caller whom the document does not name is read by the errata of the operation', () => {
  const operation = only({ get: entry({ 'x-caller': 'recipient', 'x-overlay': ['Z9'] }) })
  expect(operation).toMatchObject({ caller: 'recipient', callerErrata: ['Z9'] })
  expect(operation).not.toHaveProperty('callerCitation')
})

test('what the document leaves open has the widest reading', () => {
  const operation = only({ post: entry({ responses: { 204: { description: 'done' } } }) })
  expect(operation).toMatchObject({ method: 'POST', output: { type: 'object' }, errors: [] })
  expect(operation.caller).toBe('unstated')
  expect(operation).not.toHaveProperty('pagination')
})

test('an operation that declares no codes of its own declares those of the document', () => {
  const item = { delete: entry({ responses: { 204: { description: 'gone' } } }) }
  const openapi = { ...document(item), 'x-error-codes': { 'T.1': { status: 404, ...citation } } }
  const [operation] = contractOf(openapi).operations.values()
  expect(operation).toMatchObject({
    status: 204,
    errors: ['T.1'],
    errorCitations: { 'T.1': { document: 'manual.txt', lines: [3, 5] } },
  })
})

test('a synthetic fragment is not sent', () => {
  expect(only({ post: entry() }, '/#X-Target=Service.ShowTeam').path).toBe('/')
})

test('members beside a reference win', () => {
  const output = { $ref: '#/components/schemas/odd~1name', title: 'ours' }
  expect(only({ get: entry({ responses: answered(output) }) }).output).toEqual({
    type: 'object',
    properties: { id: { type: 'string' } },
    description: 'by another name',
    title: 'ours',
  })
})

test('parameters and body become one input that knows where its members travel', () => {
  const operation = only({
    put: entry({
      parameters: [
        { $ref: '#/components/parameters/team' },
        { name: 'limit', in: 'query', schema: { type: 'integer' } },
        { name: 'X-Target', in: 'header', required: true, schema: { const: 'x' } },
        { name: 'X-Token', in: 'header', 'x-protocol': true, schema: { type: 'string' } },
      ],
      requestBody: {
        content: {
          'application/json': {
            schema: { type: 'object', properties: { name: {} }, required: ['name'] },
          },
        },
      },
    }),
  })
  expect(operation.locations).toEqual({ team_id: 'path', limit: 'query', name: 'body' })
  expect(operation.input).toEqual({
    type: 'object',
    properties: { team_id: { type: 'string' }, limit: { type: 'integer' }, name: {} },
    required: ['team_id', 'name'],
  })
})

const body = (properties: JsonObject): JsonObject => ({
  requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
})

test.each<[string, JsonObject, string]>([
  ['an operation without name', { get: { ...entry(), operationId: 7 } }, 'text "operationId"'],
  ['an operation without citation', { get: { ...entry(), 'x-citation': {} } }, 'cites no lines'],
  ['an operation that never succeeds', { get: entry({ responses: { 404: {} } }) }, 'no 2xx'],
  ['one name twice', { get: entry(), put: entry() }, 'names ShowTeam twice'],
  ['a path that is no object', { get: null }, 'lacks'],
  [
    'a reference to nothing',
    { get: entry({ responses: answered({ $ref: '#/components/schemas/None' }) }) },
    'no object at #/components/schemas/None',
  ],
  [
    'a name in two places',
    {
      put: entry({
        parameters: [{ name: 'name', in: 'query', schema: {} }],
        ...body({ name: {} }),
      }),
    },
    'a parameter and the body share name',
  ],
  [
    'a parameter twice',
    {
      put: entry({
        parameters: [
          { name: 'name', in: 'query', schema: {} },
          { name: 'name', in: 'path', schema: {} },
        ],
      }),
    },
    'two parameters are named name',
  ],
  [
    'a body without schema',
    { put: entry({ requestBody: { content: { 'application/json': {} } } }) },
    'no schema',
  ],
])('%s is our own mistake', (_what, item, message) => {
  if (item['get'] === null) expect(contractOf(document(item)).operations.size).toBe(0)
  else expect(() => contractOf(document(item))).toThrow(message)
})
