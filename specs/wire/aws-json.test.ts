import { expect, test } from 'vitest'

import type { Operation } from '../contract/contract.ts'
import { awsJson } from './aws-json.ts'
import type { Answer, Message } from './wire.ts'

const wire = awsJson({ targetPrefix: 'AWSOrganizationsV20161128', service: 'organizations' })

const citation = { kind: 'document', document: 'd', lines: [1, 1], sha256: '' } as const
const operation: Operation = {
  name: 'DescribeOrganization',
  method: 'POST',
  path: '/',
  status: 200,
  input: {},
  output: {},
  errors: ['AWSOrganizationsNotInUseException', 'UnsupportedOperation'],
  caller: 'any-member',
  citation,
  errorCitations: {},
  locations: {},
}

const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'r' }
const answer = (status: number, body: string, more: Record<string, string> = {}): Answer => ({
  status,
  headers: { ...headers, ...more },
  body,
})

test('a call is a POST to / that names its operation', () => {
  expect(wire.encode(operation, {})).toEqual({
    method: 'POST',
    path: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSOrganizationsV20161128.DescribeOrganization',
    },
    body: '{}',
  })
})

test('what is encoded is heard', () => {
  const input = { Name: 'ü', Tags: [{ Key: 'k', Value: '' }] }
  expect(wire.hear(wire.encode(operation, input))).toEqual({ operation: operation.name, input })
})

test.each([
  ['{"Organization":{"Id":"o-1"}}', { Organization: { Id: 'o-1' } }],
  ['{}', {}],
  ['', {}],
])('a 200 with %j is an output', (body, output) => {
  const reply = { kind: 'output', status: 200, output, notes: [] }
  expect(wire.decode(operation, answer(200, body))).toEqual(reply)
})

test('a success in a wrong frame is noted', () => {
  const bare = { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '{}' }
  expect(wire.decode(operation, bare)).toMatchObject({
    kind: 'output',
    notes: [
      {
        of: 'content-type',
        says: 'content-type is text/html; charset=utf-8, not application/x-amz-json-1.1',
      },
      { of: 'request-id', says: 'no header x-amzn-requestid' },
    ],
  })
})

test('a success has the one status of the protocol', () => {
  expect(wire.decode(operation, answer(202, '{}'))).toMatchObject({
    kind: 'output',
    notes: [{ of: 'status', says: 'status 202, not 200' }],
  })
})

test('a request id without a value names no request', () => {
  expect(wire.decode(operation, answer(200, '{}', { 'x-amzn-requestid': ' ' }))).toMatchObject({
    notes: [{ of: 'request-id', says: 'no header x-amzn-requestid' }],
  })
})

test('a charset makes no other media type', () => {
  const typed = answer(200, '{}', { 'content-type': 'Application/X-Amz-Json-1.1; charset=utf-8' })
  expect(wire.decode(operation, typed)).toMatchObject({ kind: 'output', notes: [] })
})

test.each([
  ['{"__type":"AWSOrganizationsNotInUseException"}', {}],
  ['{"__type":"com.amazonaws#AccessDeniedException"}', {}],
  ['{"__type":"Odd","message":"no"}', {}],
  ['{}', { 'x-amzn-errortype': 'Odd' }],
])('a 200 that carries the error %s is garbled: clients see a success', (body, more) => {
  const reply = wire.decode(operation, answer(200, body, more))
  expect(reply).toMatchObject({ kind: 'garbled', status: 200 })
  expect(reply).toHaveProperty(
    'problem',
    expect.stringMatching(/^status 200 carries the error \w+$/),
  )
})

test.each(['{"__type":"x#Output","Organization":{}}', '{"code":"AccessDeniedException"}'])(
  'a 200 with %s is an output',
  (body) => {
    expect(wire.decode(operation, answer(200, body))).toMatchObject({ kind: 'output' })
  },
)

test.each([
  [200, '[]', 'an array, not an object: "[]"'],
  [200, '<html></html>', 'an HTML page: "<html></html>"'],
  [200, '{"a":', 'JSON cut off at position 5: "{\\"a\\":"'],
  [400, '<ErrorResponse/>', 'XML, not JSON: "<ErrorResponse/>"'],
  [400, '{"message":"no"}', 'status 400 without an error name'],
  [400, '{"__type":""}', 'status 400 without an error name'],
  [400, '{"__type":5}', 'status 400 without an error name'],
  [400, '', 'status 400 without an error name'],
  [500, '<html>Internal Server Error</html>', 'an HTML page: "<html>Internal Server Error</html>"'],
  [302, '', 'status 302 is neither a success nor an error'],
])('%d %s is garbled', (status, body, problem) => {
  expect(wire.decode(operation, answer(status, body))).toEqual({ kind: 'garbled', status, problem })
})

const enveloped = (...said: readonly string[]) => said.map((says) => ({ of: 'envelope', says }))

const wordless = enveloped('no member Message')

const plain = { kind: 'refusal', status: 400, code: 'AccessDeniedException' }

test.each([
  ['{"__type":"AccessDeniedException","Message":"m"}', {}, { message: 'm', notes: [] }],
  ['{"__type":"a.b#AccessDeniedException"}', {}, { notes: wordless }],
  ['{"__type":"a.b#AccessDeniedException:http://c/#d"}', {}, { notes: wordless }],
  ['{"__type":"AccessDeniedException","Reason":"R"}', {}, { reason: 'R', notes: wordless }],
  [
    '{"__type":"AccessDeniedException","Reason":"R_S:TAGS_1_MEMBER_KEY"}',
    {},
    { reason: 'R_S', notes: wordless },
  ],
  [
    '{"__type":"AccessDeniedException","message":"m"}',
    {},
    { message: 'm', notes: enveloped('the member Message is spelled message') },
  ],
  [
    '{"__type":"AccessDeniedException","Message":1,"Reason":{}}',
    {},
    { notes: enveloped('Message is not a string', 'Reason is not a string') },
  ],
  ['{"__type":"AccessDeniedException","Message":null,"Reason":null}', {}, { notes: wordless }],
  [
    '{"__type":"AccessDeniedException","Message":null,"message":"m"}',
    {},
    { message: 'm', notes: enveloped('the member Message is spelled message') },
  ],
  [
    '{"code":"AccessDeniedException"}',
    {},
    { notes: enveloped('the error name is not in __type but in code', 'no member Message') },
  ],
  [
    '',
    { 'x-amzn-errortype': 'AccessDeniedException:http://x/' },
    {
      notes: enveloped(
        'the error name is not in __type but in x-amzn-errortype',
        'no member Message',
      ),
    },
  ],
  [
    '{"__type":"AccessDeniedException"}',
    { 'x-amzn-errortype': 'Other' },
    {
      notes: enveloped(
        'x-amzn-errortype says Other, __type says AccessDeniedException',
        'no member Message',
      ),
    },
  ],
])('the error envelope %s %j is read', (body, more, expected) => {
  expect(wire.decode(operation, answer(400, body, more))).toEqual({ ...plain, ...expected })
})

test('the operation and its input are heard whatever the charset and the path', () => {
  const message = wire.encode(operation, { a: 1 })
  const type = 'application/x-amz-json-1.1; charset=UTF-8'
  const varied = {
    ...message,
    path: '/base/',
    headers: { ...message.headers, 'content-type': type },
  }
  expect(wire.hear(varied)).toEqual({ operation: operation.name, input: { a: 1 } })
})

const spoiled: readonly (readonly [string, (message: Message) => Message, string])[] = [
  ['GET', (message) => ({ ...message, method: 'GET' }), 'wire.wrong-method'],
  [
    'no target',
    (message) => ({ ...message, headers: { 'content-type': headers['content-type'] } }),
    'wire.unknown-operation',
  ],
  ...['', 'DescribeOrganization', 'Foo.DescribeOrganization', 'AWSOrganizationsV20161128.'].map(
    (target) =>
      [
        `target "${target}"`,
        (message: Message) => ({
          ...message,
          headers: { ...message.headers, 'x-amz-target': target },
        }),
        'wire.unknown-operation',
      ] as const,
  ),
  ...['text/plain', 'application/json', 'application/x-amz-json-1.0'].map(
    (type) =>
      [
        `type ${type}`,
        (message: Message) => ({
          ...message,
          headers: { ...message.headers, 'content-type': type },
        }),
        'wire.wrong-content-type',
      ] as const,
  ),
  ...['', '{"a":', '[]', 'null', '"x"', '1', '<x/>'].map(
    (body) =>
      [
        `body "${body}"`,
        (message: Message) => ({ ...message, body }),
        'wire.malformed-body',
      ] as const,
  ),
]

test.each(spoiled)('a message with %s is not understood', (_name, spoil, problem) => {
  expect(wire.hear(spoil(wire.encode(operation, {})))).toMatchObject({ problem })
})

test('an output is answered so that it is decoded without a note', () => {
  const sent = wire.answer(operation.name, { Organization: { Id: 'o-1' } }, 'id-1')
  expect(sent.headers['x-amzn-requestid']).toBe('id-1')
  expect(wire.decode(operation, sent)).toEqual({
    kind: 'output',
    status: 200,
    output: { Organization: { Id: 'o-1' } },
    notes: [],
  })
})

test.each([
  { status: 400, code: 'ConstraintViolationException', message: 'm', reason: 'R' },
  { status: 500, code: 'ServiceException', message: '' },
])('the refusal $code is framed so that it is decoded without a note', (error) => {
  const sent = wire.refuse(error, 'id-2')
  expect(sent.headers).toEqual({ ...headers, 'x-amzn-requestid': 'id-2' })
  expect(wire.decode(operation, sent)).toEqual({ kind: 'refusal', ...error, notes: [] })
})

test.each(['', 'null', ' null\n', ' '])('where nothing is answered, %j is nothing', (body) => {
  const silent = { ...operation, output: { type: 'object' } }
  const came = { status: 200, headers: {}, body }
  expect(wire.decode(silent, came)).toMatchObject({ kind: 'output', output: {} })
})

test('where something is answered, null is no answer', () => {
  const telling = { ...operation, output: { type: 'object', properties: { Roots: {} } } }
  const came = { status: 200, headers: {}, body: 'null' }
  expect(wire.decode(telling, came)).toMatchObject({ kind: 'garbled' })
})

test('a number beyond those of HTTP is no error', () => {
  const came = { status: 999, headers: {}, body: '{"__type":"AccessDeniedException"}' }
  expect(wire.decode(operation, came)).toMatchObject({ kind: 'garbled' })
})
