import { expect, test } from 'vitest'

import type { Operation } from '../contract/contract.ts'
import { tencentApi } from './tencent-api.ts'
import type { Answer, Message } from './wire.ts'

const wire = tencentApi({
  service: 'organization',
  version: '2018-12-25',
  typeOf: (_operation, member) => (member === 'Name' ? 'text' : 'integer'),
})

const operation: Operation = {
  name: 'AddOrganizationNode',
  method: 'POST',
  path: '/',
  status: 200,
  input: {},
  output: {},
  errors: ['ResourceNotFound.NodeNotExist'],
  caller: 'unstated',
  citation: { kind: 'sdk', source: 'a package' },
  errorCitations: {},
  locations: {},
}

const answer = (body: unknown, change: Partial<Answer> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...change,
})

test('a call is a POST of JSON with the action and version in its headers', () => {
  expect(wire.encode(operation, { Name: 'a' })).toEqual({
    method: 'POST',
    path: '/',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-tc-action': 'AddOrganizationNode',
      'x-tc-version': '2018-12-25',
    },
    body: '{"Name":"a"}',
  })
})

test('a call is heard as it was said', () => {
  const input = { ParentNodeId: 7, Name: 'a' }
  const heard = { operation: 'AddOrganizationNode', input }
  expect(wire.hear(wire.encode(operation, input))).toEqual(heard)
})

const asked = (query: string, headers: Readonly<Record<string, string>> = {}): Message => ({
  method: 'GET',
  path: `/?${query}`,
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    'x-tc-action': 'Some',
    'x-tc-version': '2018-12-25',
    ...headers,
  },
  body: '',
})

test('a query holds texts, numbers and lists, each as its schema says', () => {
  const heard = wire.hear(asked('Name=12&NodeId=12&Uins.1=8&Uins.0=7&Limit=ten&Offset=-1'))
  expect(heard).toEqual({
    operation: 'Some',
    input: { Name: '12', NodeId: 12, Uins: [7, 8], Limit: 'ten', Offset: -1 },
  })
  expect(wire.hear(asked(''))).toEqual({ operation: 'Some', input: {} })
})

test.each([
  ['another method', 'wire.wrong-method', { ...asked(''), method: 'PUT' }],
  ['no action', 'wire.unknown-operation', asked('', { 'x-tc-action': '' })],
  ['a garbled action', 'wire.unknown-operation', asked('', { 'x-tc-action': 'A B' })],
  ['another version', 'wire.unknown-version', asked('', { 'x-tc-version': '2021-03-31' })],
  ['JSON in a GET', 'wire.wrong-content-type', asked('', { 'content-type': 'application/json' })],
  [
    'XML in a POST',
    'wire.wrong-content-type',
    { ...asked('', { 'content-type': 'text/xml' }), method: 'POST' },
  ],
  [
    'half a JSON',
    'wire.malformed-body',
    { ...asked('', { 'content-type': 'application/json' }), method: 'POST', body: '{"a":' },
  ],
])('%s is %s', (_, problem, message) => {
  expect(wire.hear(message)).toMatchObject({ problem })
})

test('an output comes out of its frame', () => {
  const framed = wire.answer('AddOrganizationNode', { NodeId: 9 }, 'an-id')
  expect(framed).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } })
  expect(JSON.parse(framed.body)).toEqual({ Response: { NodeId: 9, RequestId: 'an-id' } })
  expect(wire.decode(operation, framed)).toEqual({
    kind: 'output',
    status: 200,
    output: { NodeId: 9 },
    requestId: 'an-id',
    notes: [],
  })
})

test('a refusal has the status 200 too', () => {
  const error = { status: 400, code: 'ResourceNotFound.NodeNotExist', message: 'no such node' }
  const framed = wire.refuse(error, 'an-id')
  expect(framed.status).toBe(200)
  expect(wire.decode(operation, framed)).toEqual({
    kind: 'refusal',
    status: 200,
    code: 'ResourceNotFound.NodeNotExist',
    message: 'no such node',
    requestId: 'an-id',
    notes: [],
  })
})

const refused = (code: unknown): Answer =>
  answer({ Response: { Error: { Code: code, Message: 'why' }, RequestId: 'an-id' } })

test.each(['InternalError', 'InternalError.Db', 'ServiceUnavailable'])(
  '%s blames the endpoint, not the caller',
  (code) => {
    expect(wire.decode(operation, refused(code))).toMatchObject({ fault: 'endpoint' })
  },
)

test.each(['InvalidAction', 'ActionOffline', 'NoSuchVersion', 'UnsupportedOperation'])(
  '%s says that the action is not offered',
  (code) => {
    expect(wire.decode(operation, refused(code))).toMatchObject({ kind: 'unimplemented', code })
    const declaring = { ...operation, errors: [code] }
    expect(wire.decode(declaring, refused(code))).toMatchObject({ kind: 'refusal', code })
  },
)

test.each([
  ['an HTML page', answer('<html></html>')],
  ['half a JSON', answer('{"Response":')],
  ['no frame', answer({ NodeId: 9 })],
  ['a frame that is a list', answer({ Response: [] })],
  ['an error without a code', refused(undefined)],
  ['a code that is no text', refused(12)],
  ['an error that is a text', answer({ Response: { Error: 'no', RequestId: 'i' } })],
  ['a failing status without an error', answer({ Response: { RequestId: 'i' } }, { status: 500 })],
])('%s is garbled', (_, came) => {
  expect(wire.decode(operation, came).kind).toBe('garbled')
})

test('a page for a missing address says that nothing is offered', () => {
  const page = answer('<html>Not Found</html>', { status: 404 })
  expect(wire.decode(operation, page).kind).toBe('unimplemented')
})

test('what clients tolerate is noted', () => {
  const bare = answer({ Response: {} }, { headers: { 'content-type': 'text/plain' } })
  expect(wire.decode(operation, bare)).toMatchObject({
    kind: 'output',
    notes: [
      { of: 'content-type', says: 'content-type is text/plain, not application/json' },
      { of: 'request-id', says: 'no member RequestId' },
    ],
  })
  const status = answer(
    { Response: { Error: { Code: 'FailedOperation' }, RequestId: 'i' } },
    { status: 400 },
  )
  expect(wire.decode(operation, status)).toMatchObject({
    kind: 'refusal',
    status: 400,
    notes: [
      { of: 'status', says: 'status is 400, not 200' },
      { of: 'envelope', says: 'no member Message' },
    ],
  })
})
