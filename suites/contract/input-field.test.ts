import { expect, test } from 'vitest'

import type { Contract, Operation } from '../../specs/contract/contract.ts'
import type { JsonObject } from '../../specs/contract/json.ts'
import { inputFieldsOf } from './input-field.ts'

const openapi: JsonObject = {
  components: {
    schemas: {
      Tag: {
        type: 'object',
        properties: { Key: { type: 'string' }, Value: { type: 'string' } },
        required: ['Key'],
      },
      Knot: {
        type: 'object',
        properties: { Id: { type: 'string' }, Inner: { $ref: '#/components/schemas/Knot' } },
      },
    },
  },
}

const input: JsonObject = {
  type: 'object',
  properties: {
    Name: { type: 'string' },
    Tags: { type: 'array', items: { $ref: '#/components/schemas/Tag' } },
    Knot: { $ref: '#/components/schemas/Knot', 'x-note': 'beside' },
    Token: { type: 'string' },
  },
  required: ['Name'],
  'x-soft-required': ['Name'],
}

const citation = { kind: 'document', document: 'd', lines: [1, 1], sha256: '' } as const
const operation: Operation = {
  name: 'Op',
  method: 'POST',
  path: '/',
  status: 200,
  input,
  output: {},
  errors: [],
  caller: 'unstated',
  pagination: { token: 'Token', next: 'Token', items: 'Items' },
  citation,
  errorCitations: {},
  locations: {},
}
const contract: Contract = { document: 'd', operations: new Map([['Op', operation]]), openapi }
const fields = new Map(inputFieldsOf(contract, operation).map((field) => [field.pointer, field]))

test('every member and entry is a site, and recursion ends', () => {
  expect([...fields.keys()]).toEqual([
    '/Name',
    '/Tags',
    '/Tags/0',
    '/Tags/0/Key',
    '/Tags/0/Value',
    '/Knot',
    '/Knot/Id',
    '/Token',
  ])
})

const flagsOf = (pointer: string): readonly unknown[] => {
  const field = fields.get(pointer)
  return [field?.required, field?.kept, field?.softlyRequired]
}

test('required, kept and soft are told apart', () => {
  expect(flagsOf('/Name')).toEqual([true, true, true])
  expect(flagsOf('/Tags')).toEqual([false, false, false])
  expect(flagsOf('/Tags/0')).toEqual([false, true, false])
  expect(flagsOf('/Tags/0/Key')).toEqual([true, true, false])
  expect(flagsOf('/Tags/0/Value')).toEqual([false, false, false])
  // a structure that requires nothing is sent with its first member
  expect(flagsOf('/Knot/Id')).toEqual([false, true, false])
})

test('references are resolved, what stands beside them stays', () => {
  expect(fields.get('/Knot')?.schema['x-note']).toBe('beside')
  expect(fields.get('/Knot')?.schema['type']).toBe('object')
})

test('the token of a page is known', () => {
  expect(fields.get('/Token')?.token).toBe(true)
  expect(fields.get('/Name')?.token).toBe(false)
})
