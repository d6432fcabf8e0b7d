import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { operationOf } from '../../contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import { extensionKeywords } from '../../contract/openapi-document.ts'
import { resolved } from '../../contract/resolve-reference.ts'
import type { DialectRow } from '../../vendor/dialect.ts'
import { Unreadable } from '../../vendor/lens.ts'
import type { Invitation } from '../../vocabulary/nouns.ts'
import type { Verb } from '../../vocabulary/verbs.ts'
import { invitation } from './dialect/invitation.ts'
import { moment } from './dialect/values.ts'
import { tencent } from './tencent.ts'

const { contract, dialect } = tencent()
const rows = Object.entries(dialect) as unknown as [Verb, DialectRow<Verb>][]

const valueOf = (reference: JsonObject): fc.Arbitrary<Json> => {
  const schema = resolved(contract.openapi, reference)
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as Json[]))
  const byType = valuesByType[schema['type'] as string]
  return byType === undefined ? membersOf(schema) : byType(schema)
}

const valuesByType: Readonly<Record<string, (schema: JsonObject) => fc.Arbitrary<Json>>> = {
  integer: () => fc.nat(2 ** 40),
  string: ({ pattern }) => (pattern === undefined ? fc.string() : moments),
  // the vocabulary speaks of one thing where a request may speak of several
  array: ({ items }) => fc.array(valueOf(items as JsonObject), { minLength: 1, maxLength: 1 }),
}

const moments: fc.Arbitrary<Json> = fc.nat(2 ** 31).map((seconds) => moment.write(seconds * 1000))

/** Numbers of which the declarations say less than their comments. */
const few: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  OrgType: fc.constant(1),
  IsEmpty: fc.constantFrom(0, 1),
}

const membersOf = (schema: JsonObject): fc.Arbitrary<Json> => {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonObject>)
  const members = properties.filter(([name]) => name !== 'RequestId')
  const requiredKeys = (schema['required'] ?? []) as string[]
  const values = members.map(([name, one]) => [name, few[name] ?? valueOf(one)] as const)
  return fc.record(Object.fromEntries(values), {
    requiredKeys,
  })
}

const validator = (schema: JsonObject): ValidateFunction => {
  const ajv = new Ajv2020({ strict: false })
  for (const keyword of extensionKeywords) ajv.addKeyword(keyword)
  return ajv.compile({ ...schema, components: contract.openapi['components'] ?? {} })
}

type Lens = DialectRow<Verb>['args' | 'result']

/** What the first lens that can read it reads, and how that lens writes it again. */
const thereAndBack = ([lens, ...others]: readonly Lens[], wire: Json): Json => {
  if (lens === undefined) throw new Error('nobody can read it')
  try {
    const meant = lens.read(wire)
    const written = lens.write(meant)
    expect(lens.read(written)).toEqual(meant)
    return written
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return thereAndBack(others, wire)
  }
}

const expectRoundTrip = (schema: JsonObject, lenses: readonly Lens[]): void => {
  const validate = validator(schema)
  fc.assert(
    fc.property(valueOf(schema), (wire) => {
      const written = thereAndBack(lenses, wire)
      expect(written).toEqual(wire)
      expect(validate(written), JSON.stringify(validate.errors)).toBe(true)
    }),
    { numRuns: 25, seed: 7 },
  )
}

test('the rows say all 20 operations, two of them with two verbs', () => {
  const said = rows.map(([, { operation }]) => operation)
  expect([...new Set(said)].toSorted()).toEqual([...contract.operations.keys()].toSorted())
  expect(said.filter((one, index) => said.indexOf(one) !== index).toSorted()).toEqual([
    'ListOrganizationInvitations',
    'UpdateOrganizationNode',
  ])
})

const operations = [...contract.operations.keys()]
const rowsOf = (operation: string): readonly DialectRow<Verb>[] =>
  rows.map(([, row]) => row).filter((row) => row.operation === operation)

test.each(operations)('every member of a request of %s survives both ways', (operation) => {
  const lenses = rowsOf(operation).map(({ args }) => args)
  expectRoundTrip(operationOf(contract, operation).input, lenses)
})

test.each(operations)('every member of an answer of %s survives both ways', (operation) => {
  const lenses = rowsOf(operation).map(({ result }) => result)
  expectRoundTrip(operationOf(contract, operation).output, lenses)
})

test('of two verbs with one operation, the input tells which is meant', () => {
  const { moveUnit, listReceivedInvitations: received, listSentInvitations: sent } = dialect
  expect(() => moveUnit?.args.read({ NodeId: 1, Name: 'a' })).toThrow(Unreadable)
  expect(moveUnit?.args.read({ NodeId: 1, ParentNodeId: 2 })).toEqual({ unit: '1', to: '2' })
  expect(() => received?.args.read({ Invited: 0 })).toThrow(Unreadable)
  expect(sent?.args.read({ Invited: 0, Offset: 20 })).toEqual({ token: '20' })
})

test('the root is the node whose parent is 0', () => {
  const tree = dialect.listTree?.result
  const wire = { Nodes: [{ NodeId: 7, Name: 'Root', ParentNodeId: 0 }] }
  expect(tree?.read(wire)).toEqual({ items: [{ id: '7', name: 'Root' }] })
  expect(tree?.write({ items: [{ id: '7', name: 'Root' }] })).toEqual(wire)
})

test('an invitation without a name or notes is sent with some', () => {
  const { args } = dialect.inviteAccount ?? {}
  const target = { kind: 'account', id: '100000000001' } as const
  expect(args?.write({ target })).toEqual({
    InviteUin: 100_000_000_001,
    Name: 'account-100000000001',
    Remark: '',
  })
})

test('every state of an invitation has its number, and a new number travels', () => {
  const states = ['open', 'accepted', 'declined', 'cancelled', 'expired', '9']
  const written = states.map((state) => invitation.write({ id: '1', state }))
  expect(written.map((wire) => (isObject(wire) ? wire['Status'] : undefined))).toEqual([
    0, 1, 2, 3, -1, 9,
  ])
  expect(written.map((wire) => invitation.read(wire).state)).toEqual(states)
})

test('an invitation is written from what the model says of it', () => {
  const said: Invitation = {
    id: '5',
    action: 'invite',
    state: 'open',
    parties: [
      { kind: 'organization', id: '10' },
      { kind: 'account', id: '20' },
    ],
    details: [
      {
        kind: 'organization',
        value: '10',
        details: [
          { kind: 'management-email', value: 'a@example.com' },
          { kind: 'management-name', value: 'Ann' },
        ],
      },
      { kind: 'member-name', value: 'Bob' },
      { kind: 'notes', value: 'hello' },
    ],
    requestedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
    home: { organization: '10', management: '30' },
  }
  expect(invitation.write(said)).toEqual({
    Id: 5,
    Uin: 20,
    HostUin: 30,
    HostName: 'Ann',
    HostMail: 'a@example.com',
    Status: 0,
    Name: 'Bob',
    Remark: 'hello',
    OrgType: 1,
    InviteTime: '2026-01-02 03:04:05',
  })
})

test.each(['', 'yesterday', '2026-13-01 00:00:00'])('%j is no time', (text) => {
  expect(() => moment.read(text)).toThrow(Unreadable)
})
