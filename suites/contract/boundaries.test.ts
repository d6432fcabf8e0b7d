import { expect, test } from 'vitest'

import type { JsonObject } from '../../specs/contract/json.ts'
import type { RequestTemplate } from '../../specs/vendor/request-template.ts'
import { boundariesOf } from './boundaries.ts'
import type { InputField } from './input-field.ts'
import { randomValues } from './random-values.ts'

const template: RequestTemplate = {
  caller: 'management',
  resources: [],
  input: { Free: '$fresh.name', Bound: '$unit.id', Document: '{"a":1}', Word: 'word' },
  references: { Named: { unknown: 'unit', refusal: 'unitNotFound' } },
  yields: [],
  writes: true,
}

const siteOf = (name: string, schema: JsonObject): InputField => ({
  path: [name],
  pointer: `/${name}`,
  schema,
  required: false,
  softlyRequired: false,
  kept: false,
  token: false,
})

const text = { type: 'string', minLength: 2, maxLength: 5, pattern: '^[a-z]*$' }

const boundariesIn = (name: string, schema: JsonObject): readonly unknown[] =>
  boundariesOf(siteOf(name, schema), template).map(({ keyword, value }) => [
    keyword,
    value(randomValues(1)),
  ])

test('a free text is as short and as long as it may be', () => {
  for (const name of ['Free', 'Word', 'Unnamed']) {
    expect(boundariesIn(name, text)).toEqual([
      ['minLength', expect.stringMatching(/^[a-z]{2}$/u)],
      ['maxLength', expect.stringMatching(/^[a-z]{5}$/u)],
    ])
  }
})

test('what names something or is a document has no boundaries of its own', () => {
  for (const name of ['Bound', 'Document', 'Named']) expect(boundariesIn(name, text)).toEqual([])
})

test('lengths that the pattern has not are left out', () => {
  expect(boundariesIn('Free', { ...text, pattern: '^[a-z]{3,4}$' })).toEqual([])
})

test('numbers have boundaries', () => {
  expect(boundariesIn('Unnamed', { type: 'integer', minimum: 1, maximum: 20 })).toEqual([
    ['minimum', 1],
    ['maximum', 20],
  ])
})
