import { expect, test } from 'vitest'

import type { Contract, Operation } from '../specs/contract/contract.ts'
import type { Json } from '../specs/contract/json.ts'
import { inputChecker, withoutNulls } from './input-check.ts'

const operation: Operation = {
  name: 'Plant',
  method: 'POST',
  path: '/',
  status: 200,
  input: { $ref: '#/components/schemas/PlantRequest' },
  output: {},
  errors: [],
  caller: 'unstated',
  citation: { kind: 'document', document: 'd', lines: [1, 1], sha256: '' },
  errorCitations: {},
  locations: {},
}

const contract: Contract = {
  document: 'd',
  operations: new Map([['Plant', operation]]),
  openapi: {
    components: {
      schemas: {
        PlantRequest: {
          type: 'object',
          required: ['Name'],
          properties: {
            Name: { type: 'string', pattern: '^[a-z]+$', minLength: 2, maxLength: 5 },
            Depth: { type: 'integer', minimum: 1, maximum: 20 },
            Kind: { $ref: '#/components/schemas/Kind' },
            Leaves: {
              type: 'array',
              minItems: 1,
              maxItems: 2,
              items: { type: 'object', required: ['Key'], properties: { Key: { type: 'string' } } },
            },
          },
        },
        Kind: { type: 'string', enum: ['OAK', 'ELM'] },
      },
    },
  },
}

const check = inputChecker(contract)
const problemWith = (input: Json): string => {
  const problem = check({ operation: 'Plant', input: withoutNulls(input) }, input)
  return problem === undefined ? 'fine' : `${problem.refusal} ${problem.pointer}`
}

test.each<[string, Json, string]>([
  ['the minimum', { Name: 'oak' }, 'fine'],
  ['everything', { Name: 'oak', Depth: 3, Kind: 'ELM', Leaves: [{ Key: '' }] }, 'fine'],
  ['a member nobody knows', { Name: 'oak', Colour: 'red' }, 'fine'],
  ['null where the member may be absent', { Name: 'oak', Depth: null }, 'fine'],
  ['nothing', {}, 'invalid.required /Name'],
  ['null where the member must be', { Name: null }, 'invalid.null /Name'],
  ['null inside a list', { Name: 'oak', Leaves: [null] }, 'invalid.null /Leaves/0'],
  ['null deep inside', { Name: 'oak', Leaves: [{ Key: null }] }, 'invalid.null /Leaves/0/Key'],
  ['absence deep inside', { Name: 'oak', Leaves: [{}] }, 'invalid.required /Leaves/0/Key'],
  ['a number for a text', { Name: 7 }, 'invalid.type /Name'],
  ['a fraction for a count', { Name: 'oak', Depth: 1.5 }, 'invalid.type /Depth'],
  ['a list for an object', [], 'invalid.type '],
  ['an unknown word', { Name: 'oak', Kind: 'ASH' }, 'invalid.enum /Kind'],
  ['foreign letters', { Name: 'OAK' }, 'invalid.pattern /Name'],
  ['too short', { Name: 'o' }, 'invalid.minLength /Name'],
  ['too long', { Name: 'oakoak' }, 'invalid.maxLength /Name'],
  ['too few', { Name: 'oak', Depth: 0 }, 'invalid.minimum /Depth'],
  ['too many', { Name: 'oak', Depth: 21 }, 'invalid.maximum /Depth'],
  ['an empty list', { Name: 'oak', Leaves: [] }, 'invalid.minItems /Leaves'],
  ['a long list', { Name: 'oak', Leaves: [1, 2, 3] }, 'invalid.maxItems /Leaves'],
])('%s', (_, input, expected) => {
  expect(problemWith(input)).toBe(expected)
})

test('the detail names the member', () => {
  const problem = check({ operation: 'Plant', input: { Name: 'oak', Depth: 21 } }, {})
  expect(problem?.detail).toMatch(/^Depth: .*20/u)
})

test('an operation that the contract lacks is our own mistake', () => {
  expect(() => check({ operation: 'Fell', input: {} }, {})).toThrow(/no operation Fell/u)
})

test('a form beside the contract is looked at first, and what it says nothing of is left to the contract', () => {
  const forms = { Plant: { properties: { Name: { maxLength: 3 } }, required: ['Kind'] } }
  const strict = inputChecker({ ...contract }, forms)
  const problem = (input: Json): string => {
    const found = strict({ operation: 'Plant', input: withoutNulls(input) }, input)
    return found === undefined ? 'fine' : `${found.refusal} ${found.pointer}`
  }
  expect(problem({ Name: 'oak', Kind: 'OAK' })).toBe('fine')
  expect(problem({ Name: 'oaks', Kind: 'OAK' })).toBe('invalid.maxLength /Name')
  expect(problem({ Name: 'oak' })).toBe('invalid.required /Kind')
  expect(problem({ Name: 'OAK', Kind: 'OAK' })).toBe('invalid.pattern /Name')
})

test('a contract is checked with the forms that are given, not with those of an earlier checker', () => {
  const input = { Name: 'oak', Kind: 'OAK' }
  const said = (forms?: Parameters<typeof inputChecker>[1]): string | undefined =>
    inputChecker(contract, forms)({ operation: 'Plant', input }, input)?.refusal
  const [short, long] = [{ Plant: { properties: { Name: { maxLength: 2 } } } }, { Plant: {} }]
  expect([said(), said(short), said(long), said()]).toEqual([
    undefined,
    'invalid.maxLength',
    undefined,
    undefined,
  ])
  expect(inputChecker(contract, short)).toBe(inputChecker(contract, short))
})
