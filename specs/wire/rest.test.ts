import { describe, expect, test } from 'vitest'

import type { Operation } from '../contract/contract.ts'
import type { Json, JsonObject } from '../contract/json.ts'
import { sdkHmacSigning } from './rest-signing.ts'
import { rest } from './rest.ts'
import type { Answer, Message } from './wire.ts'

type Partly = Pick<Operation, 'name' | 'method' | 'path'> & Partial<Operation>

const operation = (partly: Partly): Operation => ({
  status: 200,
  input: { type: 'object' },
  output: { type: 'object' },
  errors: ['Shop.1'],
  caller: 'any',
  citation: { kind: 'document', document: 'd', lines: [1, 1], sha256: '' },
  errorCitations: {},
  locations: {},
  ...partly,
})

const text = { type: 'string' }
const list = operation({
  name: 'ListBooks',
  method: 'GET',
  path: '/v1/{shelf}/books',
  input: {
    type: 'object',
    properties: {
      shelf: text,
      limit: { $ref: '#/components/schemas/Limit' },
      new: { type: 'boolean' },
      kinds: { type: 'array', items: text },
      'X-Language': text,
    },
  },
  output: { type: 'object', properties: { books: { type: 'array' } } },
  locations: {
    shelf: 'path',
    limit: 'query',
    new: 'query',
    kinds: 'query',
    'X-Language': 'header',
  },
})
const special = operation({ name: 'ListLoans', method: 'GET', path: '/v1/loans/books' })
const update = operation({
  name: 'UpdateBook',
  method: 'PATCH',
  path: '/v1/books/{book}',
  input: { type: 'object', properties: { book: text, title: text } },
  locations: { book: 'path', title: 'body' },
})
const burn = operation({ name: 'Burn', method: 'DELETE', path: '/v1/books/{book}', status: 204 })

const operations = new Map([list, special, update, burn].map((each) => [each.name, each]))
const openapi = { components: { schemas: { Limit: { type: 'integer' } } } }
const wire = rest({
  contract: { operations, openapi },
  signing: sdkHmacSigning,
  aliases: { '/old/loans': '/v1/loans/books' },
})

const sent = (message: Partial<Message>): Message => ({
  method: 'GET',
  path: '/',
  headers: { 'content-type': 'application/json' },
  body: '',
  ...message,
})

describe('a call', () => {
  test.each<[string, Operation, JsonObject]>([
    ['with nothing but a path', list, { shelf: 'a/b c:d' }],
    ['with all its places', list, { shelf: 'x', limit: 5, new: false, kinds: ['a', 'b&c'] }],
    ['with a header', list, { shelf: 'x', 'X-Language': 'en-us' }],
    ['with a body', update, { book: "it's", title: 'ü' }],
    ['with a member nobody knows', update, { book: 'x', more: [1, null] }],
    ['with nothing', special, {}],
  ])('%s is heard as it was meant', (_name, { name }, input) => {
    const message = wire.encode(operations.get(name) ?? list, input)
    expect(wire.hear(message)).toEqual({ operation: name, input })
  })

  test('travels as the contract places it', () => {
    const input = { shelf: 'a b', limit: 2, kinds: ['x', 'y'], 'X-Language': 'zh-cn' }
    expect(wire.encode(list, input)).toEqual({
      method: 'GET',
      path: '/v1/a%20b/books?limit=2&kinds=x&kinds=y',
      headers: { 'content-type': 'application/json', 'x-language': 'zh-cn' },
      body: '',
    })
    expect(wire.encode(update, { book: 'x', title: 'y' })).toMatchObject({
      method: 'PATCH',
      path: '/v1/books/x',
      body: '{"title":"y"}',
    })
  })

  test('that is no object travels as a body', () => {
    expect(wire.encode(update, [1]).body).toBe('[1]')
  })

  test('without its path names nothing, and is still that call', () => {
    const heard = wire.hear(wire.encode(update, { title: 'y' }))
    expect(heard).toMatchObject({ operation: 'UpdateBook' })
  })
})

describe('a listener', () => {
  test('prefers the literal path', () => {
    expect(wire.hear(sent({ path: '/v1/loans/books' }))).toMatchObject({ operation: 'ListLoans' })
    expect(wire.hear(sent({ path: '/v1/other/books' }))).toMatchObject({ operation: 'ListBooks' })
  })

  test('understands another path for an operation', () => {
    expect(wire.hear(sent({ path: '/old/loans' }))).toMatchObject({ operation: 'ListLoans' })
  })

  test('leaves texts that are no numbers to the contract, and reads any spelling of a boolean', () => {
    const path = '/v1/x/books?limit=ten&new=True&more=1'
    expect(wire.hear(sent({ path }))).toEqual({
      operation: 'ListBooks',
      input: { shelf: 'x', limit: 'ten', new: true, more: '1' },
    })
  })

  test('does not take members of the path from elsewhere', () => {
    const message = sent({
      method: 'PATCH',
      path: '/v1/books/x?book=y&title=z',
      body: '{"book":"w","title":"v"}',
    })
    expect(wire.hear(message)).toEqual({
      operation: 'UpdateBook',
      input: { book: 'x', title: 'v' },
    })
  })

  test('takes an empty body for an empty object, and does not look at one that is not asked for', () => {
    const empty = sent({ method: 'PATCH', path: '/v1/books/x', headers: {} })
    expect(wire.hear(empty)).toEqual({ operation: 'UpdateBook', input: { book: 'x' } })
    const idle = sent({ method: 'DELETE', path: '/v1/books/x', body: 'anything' })
    expect(wire.hear(idle)).toEqual({ operation: 'Burn', input: { book: 'x' } })
  })

  const patch = { method: 'PATCH', path: '/v1/books/x' }
  test.each<[string, Partial<Message>, string]>([
    ['a path that nothing has', { path: '/v2/books' }, 'wire.unknown-operation'],
    ['an empty step', { path: '/v1//books' }, 'wire.unknown-operation'],
    ['broken escapes', { path: '/v1/%zz/books' }, 'wire.unknown-operation'],
    ['another method', { method: 'POST', path: '/v1/books/x' }, 'wire.wrong-method'],
    ['no JSON', { ...patch, body: '{' }, 'wire.malformed-body'],
    ['a list', { ...patch, body: '[]' }, 'wire.malformed-body'],
    [
      'another type',
      { ...patch, body: '{}', headers: { 'content-type': 'text/plain' } },
      'wire.wrong-content-type',
    ],
    ['no type', { ...patch, body: '{}', headers: {} }, 'wire.wrong-content-type'],
  ])('does not understand %s', (_name, message, problem) => {
    expect(wire.hear(sent(message))).toMatchObject({ problem })
  })

  test('is not misled by a body that looks like a problem', () => {
    const body = '{"problem":"wire.expired","detail":"x","title":"y"}'
    const heard = wire.hear(sent({ ...patch, body }))
    expect(heard).toMatchObject({ operation: 'UpdateBook', input: { title: 'y' } })
  })
})

describe('an answer', () => {
  const id = '01234567-89ab-4def-a123-456789abcdef'
  test('has the status of its operation and a request id of 32 digits', () => {
    expect(wire.answer('ListBooks', { books: [] }, id)).toEqual({
      status: 200,
      headers: {
        'content-type': 'application/json',
        'x-request-id': '0123456789ab4defa123456789abcdef',
      },
      body: '{"books":[]}',
    })
  })

  test('of an operation that answers nothing is empty', () => {
    expect(wire.answer('UpdateBook', {}, id)).toMatchObject({ status: 200, body: '' })
    const gone = wire.answer('Burn', {}, id)
    expect(gone).toMatchObject({ status: 204, body: '' })
    expect(gone.headers).not.toHaveProperty('content-type')
  })

  test('of a refusal is an envelope', () => {
    const refusal = wire.refuse({ status: 404, code: 'Shop.1', message: 'none' }, id)
    expect(JSON.parse(refusal.body)).toEqual({ error_code: 'Shop.1', error_msg: 'none' })
    expect(wire.decode(list, refusal)).toEqual({
      kind: 'refusal',
      status: 404,
      code: 'Shop.1',
      message: 'none',
      notes: [],
    })
  })

  test('of an operation that is not there is our own mistake', () => {
    expect(() => wire.answer('Nothing', {}, id)).toThrow('no operation Nothing')
  })
})

const headers = { 'content-type': 'application/json', 'x-request-id': 'a' }
const came = (status: number, body: Json | string, more: Partial<Answer> = {}): Answer => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
})

describe('a client', () => {
  test.each<[string, Operation, Answer, object]>([
    ['an output', list, came(200, { books: [] }), { kind: 'output', notes: [] }],
    ['nothing', update, came(200, ''), { kind: 'output', output: {} }],
    ['null for nothing', update, came(200, 'null'), { kind: 'output', output: {} }],
    ['null for something', list, came(200, 'null'), { kind: 'garbled' }],
    [
      'another status',
      list,
      came(202, { books: [] }),
      { kind: 'output', notes: [{ of: 'status', says: 'status 202, documented is 200' }] },
    ],
    [
      'no frame',
      list,
      came(200, { books: [] }, { headers: {} }),
      {
        kind: 'output',
        notes: [
          { of: 'content-type', says: 'content-type is absent, not application/json' },
          { of: 'request-id', says: 'no header x-request-id' },
        ],
      },
    ],
    [
      'an error with the status of a success',
      list,
      came(200, { error_code: 'Shop.1' }),
      { kind: 'garbled', problem: 'status 200 carries the error Shop.1' },
    ],
    ['a redirect', list, came(302, {}), { kind: 'garbled' }],
    [
      'an error in other spellings',
      list,
      came(400, { error: { code: 'Shop.2', message: 'no' } }),
      {
        kind: 'refusal',
        code: 'Shop.2',
        message: 'no',
        notes: [
          { of: 'envelope', says: 'the error code is not in error_code but in code' },
          { of: 'envelope', says: 'the error stands in a member error' },
        ],
      },
    ],
    [
      'an error without a text',
      list,
      came(400, { error_code: 'Shop.2' }),
      { kind: 'refusal', notes: [{ of: 'envelope', says: 'no text error_msg' }] },
    ],
    ['an error without a code', list, came(400, {}), { kind: 'garbled' }],
    ['a page', list, came(500, '<html>'), { kind: 'garbled', problem: 'an HTML page: "<html>"' }],
    ['no such API', list, came(404, { error_code: 'APIGW.0101' }), { kind: 'unimplemented' }],
    ['a bare 405', list, came(405, ''), { kind: 'unimplemented' }],
    ['a bare 404', list, came(404, 'nothing'), { kind: 'unimplemented' }],
    ['a 404 with a code', list, came(404, { error_code: 'Shop.1' }), { kind: 'refusal' }],
    [
      'a gateway that speaks plain text',
      list,
      came(401, 'no'),
      { kind: 'refusal', code: '401', notes: [{ of: 'envelope', says: 'not JSON: "no"' }] },
    ],
    [
      'an error in the words of another gateway',
      list,
      came(403, { errorCode: 'Shop.2', errorMsg: 'no' }),
      { kind: 'refusal', code: 'Shop.2', message: 'no' },
    ],
  ])('reads %s', (...[, asked, answer, expected]) => {
    expect(wire.decode(asked, answer)).toMatchObject(expected)
  })

  test.each([
    ['as documented', { error_code: 'Shop.1', error_msg: 'no' }],
    [
      'as in the rest of the family',
      { status: 'failed', error: { code: 'Shop.1', message: 'no' } },
    ],
  ])('reads an error in the answer of a success %s, where that occurs', (_, body) => {
    const family = rest({
      contract: { operations, openapi },
      signing: sdkHmacSigning,
      errorsInSuccess: true,
    })
    const reply = { kind: 'refusal', status: 200, code: 'Shop.1', inSuccess: true }
    expect(family.decode(list, came(200, body))).toMatchObject(reply)
    expect(family.decode(list, came(200, { books: [] }))).toMatchObject({ kind: 'output' })
  })
})

test.each([
  ['shelf', 'required/missing', false],
  ['shelf', 'type/number', false],
  ['shelf', 'pattern/illegal-character', true],
  ['limit', 'type/text', true],
  ['kinds', 'type/text', false],
  ['kinds', 'required/missing', true],
  ['X-Language', 'pattern/line-break', false],
  ['X-Language', 'enum/unknown', true],
])('a fault of %s that is %s can be carried: %s', (member, fault, can) => {
  expect(wire.carries?.(list, member, fault)).toBe(can)
})

test('whatever is wrong with a body can be carried', () => {
  expect(wire.carries?.(update, 'title', 'type/number')).toBe(true)
})
