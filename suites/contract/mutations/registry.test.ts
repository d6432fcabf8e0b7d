import { expect, test } from 'vitest'

import type { JsonObject } from '../../../specs/contract/json.ts'
import type { InputField } from '../input-field.ts'
import { randomValues } from '../random-values.ts'
import { mutations } from './registry.ts'

const knownIds = ['r-zzzz0000', 'ou-zzzz0000-zzzz00000000', '999999999999']

const siteOf = (schema: JsonObject, required = false): InputField => ({
  path: ['Name'],
  pointer: '/Name',
  schema,
  required,
  softlyRequired: false,
  kept: required,
  token: false,
})

/** Every fault at a field as `mutation/variant: value`. */
const faultsAt = (field: InputField, right: string | number): readonly string[] =>
  mutations.flatMap((mutation) =>
    mutation
      .invalidValues(field, knownIds)
      .map(
        ({ variant, spoil }) =>
          `${mutation.name}/${variant}: ${JSON.stringify(spoil(right, randomValues(1)))}`,
      ),
  )

test('a required member is left out and null', () => {
  const field = siteOf({}, true)
  expect(faultsAt(field, 'x')).toEqual(['required/missing: undefined', 'null/given: null'])
})

test('an id that an endpoint gave and that is too long already is as good a fault', () => {
  const field = siteOf({ type: 'string', pattern: '^r-[a-z0-9]{4,32}$' })
  const given = `r-${'x'.repeat(100)}`
  expect(faultsAt(field, given)).toContain(`pattern/too-long: "${given}"`)
})

test('an id is too short, too long, of another kind, and looks like one', () => {
  const field = siteOf({ type: 'string', pattern: '^r-[a-z0-9]{4,32}$' })
  expect(faultsAt(field, 'r-abcd')).toEqual([
    'type/number: 42',
    'type/object: {"value":"text"}',
    'pattern/empty: ""',
    'pattern/too-short: "r-abc"',
    `pattern/too-long: "r-abcd${'d'.repeat(29)}"`,
    'pattern/illegal-character: "r-a<cd"',
    'pattern/line-break: "r-abcd\\n"',
    'pattern/another-kind: "ou-zzzz0000-zzzz00000000"',
    'pattern/wrong-prefix: "zz-abcd"',
    'pattern/upper-case: "R-ABCD"',
  ])
})

test('an account number has no letters to change', () => {
  const field = siteOf({ type: 'string', pattern: '^(?:r-[a-z0-9]{4,32}|[0-9]{12})$' })
  expect(faultsAt(field, '123456789012')).toContain('pattern/upper-case: "12345678901A"')
})

test('an address lacks and misplaces its signs', () => {
  const field = siteOf({ type: 'string', minLength: 6, pattern: '^[a-z.]+@[a-z]+(?:\\.[a-z]+)+$' })
  expect(faultsAt(field, 'a@b.cd').filter((fault) => fault.startsWith('pattern/'))).toEqual([
    'pattern/white-space: "a@b cd"',
    'pattern/non-ascii: "a@bécd"',
    'pattern/illegal-character: "a@b<cd"',
    'pattern/line-break: "a@b.cd\\n"',
    'pattern/without-at-sign: "ab.cd"',
    'pattern/leading-at-sign: "@a@b.cd"',
    'pattern/trailing-at-sign: "a@b.cd@"',
    'pattern/without-dot: "a@bcd"',
    'pattern/trailing-dot: "a@b.cd."',
  ])
})

test('lengths, numbers and lists leave their bounds by one', () => {
  const name = siteOf({ type: 'string', minLength: 1, maxLength: 3 })
  expect(faultsAt(name, 'x').slice(2)).toEqual([
    'min-length/below: ""',
    expect.stringMatching(/^max-length\/above: "[a-z]{4}"$/u),
  ])
  expect(faultsAt(siteOf({ type: 'integer', minimum: 1, maximum: 20 }), 5).slice(2)).toEqual([
    'minimum/below: 0',
    'maximum/above: 21',
  ])
  const list = mutations.flatMap((mutation) =>
    mutation
      .invalidValues(siteOf({ type: 'array', minItems: 2, maxItems: 3 }), [])
      .map(({ spoil }) => spoil(['a', 'b'], randomValues(1))),
  )
  expect(list.slice(2)).toEqual([['a'], ['a', 'a', 'a', 'a']])
})

test('a listed value is unlisted, and in lower case where that is another one', () => {
  const upper = siteOf({ type: 'string', enum: ['ALL', 'NONE'] })
  expect(faultsAt(upper, 'ALL').slice(2)).toEqual([
    'enum/unknown: "ORGPROOF_UNKNOWN"',
    'enum/lower-case: "all"',
  ])
  const lower = siteOf({ type: 'string', enum: ['all', 'none'] })
  expect(faultsAt(lower, 'all').slice(2)).toEqual(['enum/unknown: "ORGPROOF_UNKNOWN"'])
})

test('what states nothing can not be broken', () => {
  expect(faultsAt(siteOf({}), 'x')).toEqual([])
})

test('every mutation has a name of its own', () => {
  const names = mutations.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
