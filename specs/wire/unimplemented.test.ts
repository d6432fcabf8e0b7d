import { expect, test } from 'vitest'

import type { Operation } from '../contract/contract.ts'
import { awsJson } from './aws-json.ts'
import { withAnswerToNothing } from './unimplemented.ts'
import type { Answer } from './wire.ts'

const wire = awsJson({ targetPrefix: 'T', service: 's' })

const operationNamed = (name: string, errors: readonly string[] = []): Operation => ({
  name,
  method: 'POST',
  path: '/',
  status: 200,
  input: {},
  output: {},
  errors,
  caller: 'any-member',
  citation: { kind: 'document', document: 'd', lines: [1, 1], sha256: '' },
  errorCitations: {},
  locations: {},
})

const operation = operationNamed('LeaveOrganization', ['UnsupportedOperation'])
const html = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body,
})

test.each([
  [501, ''],
  [501, '{"__type":"InternalFailure","message":"pro feature"}'],
  [400, '{"__type":"InvalidAction","message":"no"}'],
  [400, '{"__type":"x#UnknownOperationException"}'],
  [404, '{"code":"UnknownOperation"}'],
  [400, '{"__type":"NotImplementedException"}'],
  [400, '{"__type":"NotImplemented"}'],
  [404, '<html>Not Found</html>'],
  [404, 'Not Found'],
  [404, ''],
  [404, '{"detail":"Not Found"}'],
  [500, '<html>NotImplementedError: leave_organization</html>'],
  [500, 'The operation is not yet implemented.'],
  [500, '{"__type":"InternalError","message":"LeaveOrganization has not been implemented"}'],
])('%d %s says that the operation is not offered', (status, body) => {
  expect(wire.decode(operation, html(status, body))).toMatchObject({
    kind: 'unimplemented',
    status,
    how: expect.stringMatching(/./),
  })
})

test.each([
  [500, '<html>Internal Server Error</html>', 'garbled'],
  [503, 'not implemented', 'garbled'],
  [400, 'not implemented', 'garbled'],
  [404, '{"__type":"AccountNotFoundException"}', 'refusal'],
  [500, '{"__type":"ServiceException","Message":"try again"}', 'refusal'],
  [400, '{"__type":"UnsupportedOperation"}', 'refusal'],
  [200, '{"message":"not implemented"}', 'output'],
])('%d %s does not say so', (status, body, kind) => {
  expect(wire.decode(operation, html(status, body))).toMatchObject({ kind, status })
})

test('the error code that says so is passed on', () => {
  expect(wire.decode(operation, html(400, '{"__type":"InvalidAction"}'))).toEqual({
    kind: 'unimplemented',
    status: 400,
    how: 'an error code that means so',
    code: 'InvalidAction',
  })
})

test('an answer that is the one to a made-up operation says so too', () => {
  const nothing = { operation: 'NoSuchThing', answer: html(500, '<p>NoSuchThing: error</p>') }
  const knowing = withAnswerToNothing(wire, nothing)
  expect(knowing.decode(operation, html(500, '<p>LeaveOrganization: error</p>'))).toEqual({
    kind: 'unimplemented',
    status: 500,
    how: 'the same answer as to an operation that does not exist',
  })
  const others = [
    html(500, '<p>LeaveOrganization: another error</p>'),
    html(503, '<p>LeaveOrganization: error</p>'),
  ]
  for (const other of others) {
    expect(knowing.decode(operation, other)).toMatchObject({ kind: 'garbled' })
  }
})

test('what the protocol understands is never taken for the answer to a made-up operation', () => {
  const refusal = html(400, '{"__type":"AccessDeniedException"}')
  const output = html(200, '<html>')
  for (const [answer, kind] of [
    [refusal, 'refusal'],
    [output, 'garbled'],
  ] as const) {
    const knowing = withAnswerToNothing(wire, { operation: 'NoSuchThing', answer })
    expect(knowing.decode(operation, answer)).toMatchObject({ kind })
  }
})
