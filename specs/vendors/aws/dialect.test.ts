import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { operationOf } from '../../contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import { extensionKeywords } from '../../contract/openapi-document.ts'
import { resolved } from '../../contract/resolve-reference.ts'
import { verbOf } from '../../vendor/dialect.ts'
import { Unreadable, type Lens } from '../../vendor/lens.ts'
import type { Verb } from '../../vocabulary/verbs.ts'
import { aws } from './aws.ts'
import { awsDialect } from './dialect.ts'
import * as word from './dialect/words.ts'

const { contract, dialect } = aws()
const verbs = Object.keys(dialect) as Verb[]
const rows = verbs.map((verb) => [verb, rowFor(verb)] as const)

function rowFor(verb: Verb): { operation: string; args: Lens<Json>; result: Lens<Json> } {
  return dialect[verb] as unknown as ReturnType<typeof rowFor>
}

/**
 * Values of a schema without their composed members: `Arn` and the like need a home to be consistent, a path is not
 * read, and beside a `Status` the `State` says the same.
 */
const composed = new Set(['Arn', 'MasterAccountArn', 'Path', 'Paths'])
const isComposed = (name: string, members: object): boolean =>
  composed.has(name) || (name === 'State' && 'Status' in members)

function valueOf(reference: JsonObject, depth = 0): fc.Arbitrary<Json> {
  const schema = resolved(contract.openapi, reference)
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as Json[]))
  const byType = valuesByType[schema['type'] as keyof typeof valuesByType]
  return byType(schema, depth)
}

const valuesByType = {
  boolean: (): fc.Arbitrary<Json> => fc.boolean(),
  integer: (): fc.Arbitrary<Json> => fc.integer({ min: 1, max: 20 }),
  // instants of the vocabulary are whole milliseconds
  number: (): fc.Arbitrary<Json> => fc.nat(2 ** 41).map((instant) => instant / 1000),
  string: (schema: JsonObject): fc.Arbitrary<Json> => stringOf(schema),
  array: (schema: JsonObject, depth: number): fc.Arbitrary<Json> =>
    depth > 5
      ? fc.constant([])
      : fc.array(valueOf(schema['items'] as JsonObject, depth + 1), { maxLength: 3 }),
  object: (schema: JsonObject, depth: number): fc.Arbitrary<Json> => {
    const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonObject>)
    const members = properties
      .filter(([name]) => !isComposed(name, schema['properties'] as object))
      .map(([name, member]) => [name, valueOf(member, depth + 1)] as const)
    const required = schema['required'] as string[] | undefined
    // inside an answer all members are there: nothing says which of them may lack
    const requiredKeys = required ?? (depth === 0 ? [] : members.map(([name]) => name))
    return fc.record(Object.fromEntries(members), { requiredKeys })
  },
}

function stringOf(schema: JsonObject): fc.Arbitrary<string> {
  const { pattern, minLength = 0, maxLength = 200 } = schema
  const length = { minLength: Number(minLength), maxLength: Number(maxLength) }
  if (typeof pattern !== 'string') return fc.string(length)
  return fc
    .stringMatching(new RegExp(pattern, 'u'))
    .filter((text) => text.length >= length.minLength && text.length <= length.maxLength)
}

function validator(schema: JsonObject): ValidateFunction {
  const ajv = new Ajv2020({ strict: false })
  for (const keyword of extensionKeywords) ajv.addKeyword(keyword)
  return ajv.compile({ ...schema, components: contract.openapi['components'] ?? {} })
}

function withoutComposed(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutComposed(item))
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([name]) => !isComposed(name, value))
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutComposed(part)]))
}

function expectRoundTrip(schema: JsonObject, lens: Lens<Json>): void {
  const validate = validator(schema)
  fc.assert(
    fc.property(valueOf(schema), (wire) => {
      const meant = lens.read(wire)
      const written = lens.write(meant)
      expect(withoutComposed(written)).toEqual(wire)
      expect(lens.read(written)).toEqual(meant)
      expect(validate(written), JSON.stringify(validate.errors)).toBe(true)
    }),
    { numRuns: 15, seed: 7 },
  )
}

test('there is one verb for each of the 55 operations', () => {
  const operations = rows.map(([, { operation }]) => operation)
  expect([...operations].toSorted()).toEqual([...contract.operations.keys()].toSorted())
  for (const operation of operations) {
    expect(rowFor(verbOf(dialect, operation) as Verb).operation).toBe(operation)
  }
})

describe('every member of a request survives both ways', () => {
  test.each(rows)('%s', (_verb, { operation, args }) => {
    expectRoundTrip(operationOf(contract, operation).input, args)
  })
})

describe('every member of an answer survives both ways', () => {
  test.each(rows)('%s', (_verb, { operation, result }) => {
    const { output } = operationOf(contract, operation)
    expectRoundTrip({ ...output, required: Object.keys(output['properties'] ?? {}) }, result)
  })
})

test('an empty answer is no answer, where an operation answers anything', () => {
  for (const [verb, { operation, result }] of rows) {
    const answers = operationOf(contract, operation).output['properties'] !== undefined
    const read = (): Json => result.read({})
    if (answers) expect(read, verb).toThrow(Unreadable)
    else expect(read(), verb).toEqual({})
  }
})

test('every documented enum value has a word of ours', () => {
  const schemas = (contract.openapi['components'] as JsonObject)['schemas'] as Record<
    string,
    JsonObject
  >
  const lenses: Readonly<Record<string, Lens<string>>> = {
    ActionType: word.action,
    HandshakePartyType: word.partyKind,
    HandshakeResourceType: word.detailKind,
    HandshakeState: word.invitationState,
    IAMUserAccessToBilling: word.billingAccess,
    CreateAccountState: word.creationState,
    OrganizationFeatureSet: word.featureSet,
    PolicyTypeStatus: word.typeStatus,
    PolicyType: word.policyType,
    EffectivePolicyType: word.policyType,
    AccountJoinedMethod: word.joinMethod,
    AccountStatus: word.accountStatus,
    ChildType: word.childKind,
    ParentType: word.nodeKind,
    TargetType: word.nodeKind,
  }
  for (const [name, lens] of Object.entries(lenses)) {
    const values = schemas[name]?.['enum'] as string[]
    expect(values.length, name).toBeGreaterThan(1)
    for (const value of values) expect(lens.read(value), `${name} ${value}`).not.toBe(value)
  }
})

test('a value that nobody has a word for travels unchanged', () => {
  const policy = { id: 'p-12345678', type: 'SECURITYHUB_POLICY' }
  const wire = { Policies: [{ Id: 'p-12345678', Type: 'SECURITYHUB_POLICY' }] }
  expect(awsDialect.listPolicies.result.read(wire)).toEqual({ items: [policy] })
  expect(awsDialect.listPolicies.result.write({ items: [policy] })).toEqual(wire)
})

test('null is the same as absent', () => {
  expect(awsDialect.listAccounts.result.read({ Accounts: [], NextToken: null })).toEqual({
    items: [],
  })
})

test('members that the document does not know are ignored', () => {
  const read = awsDialect.getUnit.result.read({
    OrganizationalUnit: { Id: 'ou-1', Path: 'x' },
    More: 1,
  })
  expect(read).toEqual({ id: 'ou-1' })
})

test('a missing member is named by its pointer', () => {
  const wire = { Handshakes: [{ Id: 'h-1', State: 'OPEN' }, { Id: 'h-2' }] }
  expect(() => awsDialect.listSentInvitations.result.read(wire)).toThrow(
    '/Handshakes/1/State: is missing',
  )
})

test('an instant that is a text is unreadable', () => {
  const wire = { Account: { Id: '111111111111', JoinedTimestamp: '2026-01-01T00:00:00Z' } }
  expect(() => awsDialect.getAccount.result.read(wire)).toThrow('/Account/JoinedTimestamp')
})

test('a feature set carried as a fact is translated, and only there', () => {
  const details = [
    { kind: 'features', value: 'all' },
    { kind: 'notes', value: 'all' },
  ] as const
  const written = awsDialect.acceptInvitation.result.write({
    id: 'h-12345678',
    state: 'open',
    details,
  })
  expect(written).toEqual({
    Handshake: {
      Id: 'h-12345678',
      State: 'OPEN',
      Resources: [
        { Type: 'ORGANIZATION_FEATURE_SET', Value: 'ALL' },
        { Type: 'NOTES', Value: 'all' },
      ],
    },
  })
  expect(awsDialect.acceptInvitation.result.read(written).details).toEqual(details)
})
