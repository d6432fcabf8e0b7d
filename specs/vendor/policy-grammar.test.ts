import { expect, test } from 'vitest'

import type { JsonObject } from '../contract/json.ts'
import { policyGrammar } from './policy-grammar.ts'

const admits = (content: JsonObject, anyCase = false): ((document: unknown) => boolean) => {
  const grammar = policyGrammar({ anyCase, sources: [], content })
  return (document) => grammar.admits(JSON.stringify(document))
}

test.each([
  ['60', true],
  [60, true],
  ['060', true],
  ['59', false],
  ['101', false],
  ['+60', false],
  [' 60', false],
  ['1e2', false],
  ['', false],
  [60.5, false],
])('%j is a whole number from 60 to 100: %s', (value, fit) => {
  expect(admits({ properties: { a: { wholeNumber: [60, 100] } } })({ a: value })).toBe(fit)
})

test('a text begins with one of several', () => {
  const fits = admits({ properties: { a: { beginsWith: ['x:', 'y:'] } } })
  expect(['x:1', 'y:', 'z:1', 'x'].map((a) => fits({ a }))).toEqual([true, true, false, false])
})

test('members are named by what stands within them, in any case', () => {
  const fits = admits({ namedBy: ['key', 'is'] })
  expect(fits({ Cost: { key: { is: 'cost' } }, other: {} })).toBe(true)
  expect(fits({ Cost: { key: { is: 'price' } } })).toBe(false)
})

test('names that the schema says are read in any case where it says so, other names as they are', () => {
  const content = {
    required: ['plans'],
    properties: { plans: { additionalProperties: { type: 'string' } } },
    additionalProperties: false,
  }
  expect(admits(content, true)({ PLANS: { Mine: 'x' } })).toBe(true)
  expect(admits(content)({ PLANS: { Mine: 'x' } })).toBe(false)
  const named = { propertyNames: { enum: ['lex'] } }
  expect(admits(named, true)({ LEX: 1 })).toBe(false)
})

test('a length of its own is told', () => {
  const evidence = { kind: 'public', source: 'a guide', date: '2026-11-27' } as const
  const file = { sources: [], content: {} }
  expect(policyGrammar(file)).not.toHaveProperty('characters')
  expect(policyGrammar({ ...file, characters: { value: 9, evidence } }).characters).toBe(9)
})

test('a word that nobody knows in a schema is a mistake', () => {
  expect(() => admits({ orgproof: 1 })({})).toThrow('orgproof')
})
