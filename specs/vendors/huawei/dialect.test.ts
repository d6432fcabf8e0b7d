import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { operationOf } from '../../contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import { extensionKeywords } from '../../contract/openapi-document.ts'
import { resolved } from '../../contract/resolve-reference.ts'
import { Unreadable, type Lens } from '../../vendor/lens.ts'
import type { Verb } from '../../vocabulary/verbs.ts'
import * as word from './dialect/words.ts'
import { huawei } from './huawei.ts'
import { namedKind } from './own/tag-search.ts'
import { taggedKind } from './own/tagged-kind.ts'

const { contract, dialect } = huawei()
const verbs = Object.keys(dialect) as Verb[]
const rows = verbs.map((verb) => [verb, rowFor(verb)] as const)

function rowFor(verb: Verb): { operation: string; args: Lens<Json>; result: Lens<Json> } {
  return dialect[verb] as unknown as ReturnType<typeof rowFor>
}

/** Members whose texts have a form that no schema states. */
const formed: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  offset: fc.nat().map(String),
  urn: fc.constant('organizations::11:ou:o-1/ou-1'),
  account_urn: fc.constant('organizations::11:account:o-1/22'),
}
const instants = fc.nat(2 ** 31).map((at) => `${new Date(at * 1000).toISOString().slice(0, 19)}Z`)

function valueOf(reference: JsonObject, name = ''): fc.Arbitrary<Json> {
  const schema = resolved(contract.openapi, reference)
  if (name.endsWith('_at')) return instants
  if (formed[name] !== undefined) return formed[name]
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as Json[]))
  const [type] = [schema['type']].flat()
  return valuesByType[type as keyof typeof valuesByType](schema)
}

const valuesByType = {
  boolean: (): fc.Arbitrary<Json> => fc.boolean(),
  integer: (): fc.Arbitrary<Json> => fc.nat(2000),
  string: ({ maxLength = 100, pattern = '' }: JsonObject): fc.Arbitrary<Json> =>
    fc
      .string({ minLength: 1, maxLength: Number(maxLength) })
      .filter((text) => typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text)),
  array: ({ items }: JsonObject): fc.Arbitrary<Json> =>
    fc.uniqueArray(valueOf(items as JsonObject), { maxLength: 3, selector: JSON.stringify }),
  object: (schema: JsonObject): fc.Arbitrary<Json> => {
    const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonObject>)
    const members = properties.map(([name, member]) => [name, valueOf(member, name)] as const)
    return fc.record(Object.fromEntries(members))
  },
}

function validator(schema: JsonObject): ValidateFunction {
  const ajv = new Ajv2020({ strict: false })
  for (const keyword of extensionKeywords) ajv.addKeyword(keyword)
  return ajv.compile({ ...schema, components: contract.openapi['components'] ?? {} })
}

/** What a client adds of its own accord, and what no verb speaks of. */
const added = new Set(['notes', 'with_register_contact_info'])
const unspoken = new Set(['X-Language', 'intl_number_prefix', 'min', 'max'])
/** What follows from other members. */
const composed = new Set(['urn', 'account_urn', 'current_count'])

/** Whether a part came through: every member that both have is the same. */
function expectSame(written: Json, wire: Json | undefined): void {
  if (Array.isArray(written)) {
    for (const [index, part] of written.entries()) expectSame(part, (wire as Json[])[index])
  } else if (isObject(written)) {
    const from = wire as JsonObject
    for (const [name, part] of Object.entries(written)) {
      if (![added, unspoken, composed].some((set) => set.has(name))) expectSame(part, from[name])
    }
  } else {
    expect(written).toEqual(wire)
  }
}

function expectRoundTrip(schema: JsonObject, lens: Lens<Json>): void {
  const validate = validator(schema)
  fc.assert(
    fc.property(valueOf(schema), (wire) => {
      const meant = lens.read(wire)
      const written = lens.write(meant)
      expect(lens.read(written)).toEqual(meant)
      expectSame(written, wire)
      expect(validate(written), JSON.stringify(validate.errors)).toBe(true)
    }),
    { numRuns: 20, seed: 7 },
  )
}

test('every one of the 58 operations says a verb, and two of them say two', () => {
  const operations = rows.map(([, { operation }]) => operation)
  expect(operations).toHaveLength(60)
  expect([...new Set(operations)].toSorted()).toEqual([...contract.operations.keys()].toSorted())
})

describe('what is asked survives both ways', () => {
  test.each(rows)('%s', (_verb, { operation, args }) => {
    expectRoundTrip(operationOf(contract, operation).input, args)
  })
})

describe('what is answered survives both ways', () => {
  test.each(rows)('%s', (_verb, { operation, result }) => {
    expectRoundTrip(operationOf(contract, operation).output, result)
  })
})

const namesIn = (value: Json): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((part: Json) => namesIn(part))
  return isObject(value) ? Object.entries(value).flatMap(([n, part]) => [n, ...namesIn(part)]) : []
}

test('no member of an answer is lost on its way, but a reason that nobody fails for', () => {
  for (const [verb, { operation, result }] of rows) {
    const wires = fc.sample(valueOf(operationOf(contract, operation).output), {
      numRuns: 9,
      seed: 3,
    })
    const lost = wires.flatMap((wire) => {
      const kept = new Set(namesIn(result.write(result.read(wire))))
      return namesIn(wire).filter((name) => !kept.has(name) && !unspoken.has(name))
    })
    expect([...new Set(lost)], verb).toEqual(
      verb === 'listAccountClosings' ? ['failure_reason'] : [],
    )
  }
})

test('no member of a request is left out by all verbs of its operation', () => {
  for (const operation of contract.operations.values()) {
    const said = rows.filter(([, row]) => row.operation === operation.name)
    const [wire] = fc.sample(valueOf(operation.input), { numRuns: 1, seed: 3 })
    const names = Object.keys(isObject(wire ?? null) ? (wire as JsonObject) : {})
    const kept = said.flatMap(([, { args }]) =>
      Object.keys(args.write(args.read(wire ?? {})) as JsonObject),
    )
    const lost = names.filter((name) => !kept.includes(name) && !unspoken.has(name))
    expect(lost, operation.name).toEqual([])
  }
})

test('an empty answer is no answer, where an operation answers anything', () => {
  for (const [verb, { operation, result }] of rows) {
    const answers = operationOf(contract, operation).output['properties'] !== undefined
    const read = (): Json => result.read({})
    if (answers) expect(read, verb).toThrow(Unreadable)
    else expect(read(), verb).toEqual({})
  }
})

const read = (verb: Verb, input: JsonObject) => (): Json => rowFor(verb).args.read(input)

test('a list with a parent is another verb than one without', () => {
  expect(verbs.indexOf('listAccountsIn')).toBeLessThan(verbs.indexOf('listAccounts'))
  expect(verbs.indexOf('listPoliciesOn')).toBeLessThan(verbs.indexOf('listPolicies'))
  expect(read('listAccountsIn', { limit: 1 })).toThrow(Unreadable)
  expect(read('listPoliciesOn', {})).toThrow(Unreadable)
  expect(read('listAccountsIn', { parent_id: 'r-1' })()).toEqual({ parent: 'r-1' })
})

test('a client asks for e-mail addresses, and an endpoint hears whether they are asked for', () => {
  const { args } = rowFor('listAccounts')
  expect(args.write({})).toEqual({ with_register_contact_info: true })
  expect(args.read({})).toEqual({})
  expect(args.read({ with_register_contact_info: true })).toEqual({ contact: true })
})

test('the last page says so with a null, and an empty text is no page either', () => {
  const { result } = rowFor('listRoots')
  expect(result.write({ items: [] })).toEqual({
    roots: [],
    page_info: { next_marker: null, current_count: 0 },
  })
  for (const next_marker of [null, '', undefined]) {
    const info = next_marker === undefined ? {} : { next_marker }
    expect(result.read({ roots: [], page_info: info })).toEqual({ items: [] })
  }
  expect(result.read({ roots: [], page_info: { next_marker: 'm' } })).toEqual({
    items: [],
    next: 'm',
  })
})

const home = { organization: 'o-1', management: '11' }

test('an invitation is laid out flat', () => {
  const invitation = {
    id: 'h-1',
    action: 'invite',
    state: 'open',
    parties: [
      { kind: 'organization', id: 'o-1' },
      { kind: 'account', id: '22' },
    ],
    details: [
      {
        kind: 'organization',
        value: 'o-1',
        details: [{ kind: 'management-name', value: 'boss' }],
      },
      { kind: 'notes', value: 'come' },
    ],
    requestedAt: 1000,
    home,
  }
  const { result } = rowFor('getInvitation')
  const written = {
    handshake: {
      id: 'h-1',
      urn: 'organizations::11:handshake:o-1/h-1',
      status: 'pending',
      management_account_id: '11',
      management_account_name: 'boss',
      organization_id: 'o-1',
      notes: 'come',
      target: { type: 'account', entity: '22' },
      created_at: '1970-01-01T00:00:01Z',
    },
  }
  expect(result.write(invitation)).toEqual(written)
  expect(result.read(written)).toMatchObject({
    state: 'open',
    parties: invitation.parties,
    details: [
      { kind: 'management-name', value: 'boss' },
      { kind: 'notes', value: 'come' },
    ],
    home,
  })
  expect(result.read({ handshake: { id: 'h-1', status: 'expired' } })).toEqual({
    id: 'h-1',
    action: 'invite',
    state: 'expired',
    parties: [],
    details: [],
  })
})

test.each([
  ['getUnit', { id: 'ou-1' }, 'organizational_unit', 'organizations::11:ou:o-1/ou-1'],
  ['getAccount', { id: '22' }, 'account', 'organizations::11:account:o-1/22'],
] as const)('the URN of a %s is composed and read back', (...[verb, value, name, urn]) => {
  const { result } = rowFor(verb)
  const written = result.write({ ...value, home })
  expect(written).toMatchObject({ [name]: { urn } })
  expect(result.read(written)).toEqual({ ...value, home })
  expect(result.read({ [name]: { id: 'x', urn: 'another form' } })).toEqual({ id: 'x' })
})

test('a policy is named by its type, too', () => {
  const written = rowFor('getPolicy').result.write({ id: 'p-1', type: 'tag', content: '{}', home })
  expect(written).toMatchObject({
    policy: { policy_summary: { urn: 'organizations::11:policy:o-1/tag_policy/p-1' } },
  })
})

test('every value that a table of the document lists has a word of ours', () => {
  const lists: readonly [Lens<string>, readonly string[]][] = [
    [word.policyType, ['service_control_policy', 'tag_policy']],
    [word.accountStatus, ['active', 'suspended', 'pending_closure']],
    [word.invitationState, ['pending', 'accepted', 'cancelled', 'declined', 'expired']],
    [word.nodeKind, ['account', 'organizational_unit', 'root']],
    [namedKind, ['policy', 'organizational-unit', 'account']],
    [taggedKind, ['policies', 'ous', 'accounts', 'roots'].map((kind) => `organizations:${kind}`)],
  ]
  for (const [lens, values] of lists) {
    const words = values.map((value) => lens.read(value))
    expect(words.map((one) => lens.write(one))).toEqual(values)
    expect(new Set(words).size).toBe(values.length)
  }
})

test('an instant that is no date is unreadable', () => {
  const wire = { account: { id: '22', joined_at: 'yesterday' } }
  expect(() => rowFor('getAccount').result.read(wire)).toThrow('/account/joined_at')
})
