import { describe, expect, test } from 'vitest'

import type { Contract, Operation } from '../../specs/contract/contract.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { contractValidator } from './contract-validator.ts'

const shelf: JsonObject = {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 1 },
    wood: { type: 'string', enum: ['OAK'] },
    tags: { type: 'array', items: { type: 'string' } },
    gaps: { type: 'array', items: { type: ['string', 'null'] } },
    'a/b~c': { $ref: '#/components/schemas/Board' },
    boards: { type: 'array', items: { $ref: '#/components/schemas/Board' } },
    soft: {
      type: 'object',
      properties: { size: { type: 'number' } },
      required: ['size'],
      'x-soft': ['required'],
    },
    end: { type: ['string', 'null'] },
  },
  required: ['id', 'end'],
}

const board: JsonObject = {
  type: 'object',
  properties: { wood: { type: 'string' }, note: { type: 'string' } },
  required: ['wood'],
}

const operation: Operation = {
  name: 'GetShelf',
  method: 'POST',
  path: '/',
  status: 200,
  input: shelf,
  output: shelf,
  errors: [],
  caller: 'unstated',
  citation: { kind: 'protocol', source: 'Shelves' },
  errorCitations: {},
  locations: {},
}

const contract: Contract = {
  document: 'shelves.txt',
  operations: new Map([[operation.name, operation]]),
  openapi: { components: { schemas: { Board: board } } },
}

const validator = contractValidator(contract)
const whole = { id: 'one', end: null }

const found = (output: Json): readonly string[] =>
  validator
    .output(operation, output)
    .map(({ pointer, keyword, soft }) => `${keyword} at "${pointer}"${soft ? ', softly' : ''}`)

describe('null in an answer', () => {
  test.each<[string, Json]>([
    ['a text', { wood: null }],
    ['a list', { tags: null }],
    ['an object', { 'a/b~c': null }],
    ['a member of an entry', { boards: [{ wood: 'oak', note: null }] }],
    ['a member that nobody knows', { more: [null, { less: null }] }],
    ['an entry of a list that may have it', { gaps: ['a', null] }],
  ])('is no mistake for what may be absent: %s', (_, members) => {
    expect(found({ ...whole, ...(members as JsonObject) })).toEqual([])
  })

  test('is no mistake for what must be there and may be null', () => {
    expect(found(whole)).toEqual([])
    expect(found({ id: 'one' })).toEqual(['required at ""'])
  })

  test.each<[string, JsonObject, JsonObject]>([
    ['of the answer', { id: null }, {}],
    ['of a member', { 'a/b~c': { wood: null } }, { 'a/b~c': {} }],
    ['of an entry', { boards: [{ wood: 'a' }, { wood: null }] }, { boards: [{ wood: 'a' }, {}] }],
    ['that is only expected', { soft: { size: null } }, { soft: {} }],
  ])('is as much a mistake as the lack of a member %s', (_, given, lacking) => {
    const { id, ...others } = { ...whole, ...given }
    const rest = id === null ? {} : { id }
    const missing = found({ ...others, ...rest, ...lacking })
    expect(missing).toHaveLength(1)
    expect(found({ ...whole, ...given })).toEqual(missing)
  })

  test.each<[string, JsonObject, string]>([
    ['texts', { tags: ['a', null] }, 'type at "/tags/1"'],
    ['objects', { boards: [null] }, 'type at "/boards/0"'],
  ])('is no entry of a list of %s', (_, members, violation) => {
    expect(found({ ...whole, ...members })).toEqual([violation])
  })

  test('hides nothing else', () => {
    const boards = [null, { wood: null, note: 5 }]
    expect(found({ ...whole, wood: null, tags: [1], boards })).toEqual([
      'type at "/tags/0"',
      'type at "/boards/0"',
      'required at "/boards/1"',
      'type at "/boards/1/note"',
    ])
  })

  test('is told', () => {
    const [missing] = validator.output(operation, { id: null, end: '' })
    expect(missing).toMatchObject({ receivedNull: true, message: expect.stringMatching(/null/u) })
    const [lacking] = validator.output(operation, { end: '' })
    expect(lacking).toMatchObject({
      receivedNull: false,
      message: expect.not.stringMatching(/null/u),
    })
  })
})

test('null in a request is no absent member: nobody sends it by mistake', () => {
  const violations = validator.input(operation, { ...whole, wood: null })
  expect(violations.map(({ keyword }) => keyword)).toContain('type')
  expect(violations.every(({ receivedNull }) => receivedNull)).toBe(true)
})

describe('names that mean something to the language', () => {
  const odd =
    '{"__proto__":{"id":"inherited","polluted":true,"gone":null},"constructor":null,"id":null,"wood":null,"end":null}'

  test('neither give an answer a member nor take one from any object', () => {
    expect(found(JSON.parse(odd) as Json)).toEqual(['required at ""'])
    expect('polluted' in {}).toBe(false)
    expect({}.constructor).toBe(Object)
  })

  test('of a member that comes twice, the last counts', () => {
    expect(found(JSON.parse('{"id":null,"end":null,"id":"one"}') as Json)).toEqual([])
    expect(found(JSON.parse('{"id":"one","end":null,"id":null}') as Json)).toEqual([
      'required at ""',
    ])
  })
})
