import { expect, test } from 'vitest'

import { isObject, type Json, type JsonObject } from '../specs/contract/json.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Message } from '../specs/wire/wire.ts'
import { openFacade } from './facade.ts'
import type { Fault } from './fault.ts'

const vendor = await loadVendor('aws')
const { contract, refusals } = vendor
const schemas = at(at(contract.openapi, 'components'), 'schemas')

function at(object: Json | undefined, name: string): JsonObject {
  const part = isObject(object) ? object[name] : undefined
  return isObject(part) ? part : {}
}

const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Whoever the header names calls: signatures are tested elsewhere and cost time. */
const unsigned: Fault = {
  name: 'unsigned',
  description: 'believes a header',
  breaks: {},
  alter: () => ({
    verify: (message) => Promise.resolve({ accessKey: message.headers['caller'] ?? '' }),
  }),
}

const callers = ['100000000001', '100000000002', '100000000003', '100000000004']

const messageOf = (caller: string, operation: string, input: Json): Message => ({
  method: 'POST',
  path: '/',
  headers: {
    caller,
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSOrganizationsV20161128.${operation}`,
  },
  body: JSON.stringify(input),
})

interface Chance {
  readonly random: () => number
  readonly oneOf: <T>(choices: readonly T[]) => T
}

const chanceOf = (random: () => number): Chance => ({
  random,
  oneOf: <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)] as T,
})

const odd: readonly Json[] = [null, 0, -1, 21, true, '', ' ', 'x'.repeat(300), [], {}, [null]]
const texts: readonly string[] = [
  'one',
  'two',
  'p-FullAWSAccess',
  'new@example.org',
  '{"Statement":[]}',
  ...callers,
  ...vendor.profile.services,
  ...Object.values(vendor.profile.unknown),
]

/** Mostly what the schema wants, in every combination with what exists; now and then something else. */
const valueOf = (schema: JsonObject, chance: Chance, seen: readonly string[]): Json => {
  const { random, oneOf } = chance
  if (random() < 0.04) return oneOf(odd)
  const reference = schema['$ref']
  if (typeof reference === 'string') {
    return valueOf(at(schemas, reference.split('/').at(-1) ?? ''), chance, seen)
  }
  if (Array.isArray(schema['enum'])) return oneOf(schema['enum'] as readonly Json[])
  const { type } = schema
  if (type === 'integer') return oneOf([1, 2, 20])
  if (type === 'array') return [valueOf(at(schema, 'items'), chance, seen)]
  return type === 'object' ? objectOf(schema, chance, seen) : stringOf(schema, chance, seen)
}

const stringOf = (schema: JsonObject, { random, oneOf }: Chance, seen: readonly string[]): Json => {
  const { pattern } = schema
  const form = new RegExp(typeof pattern === 'string' ? pattern : '', 'u')
  const fitting = [...seen, ...texts].filter((text) => form.test(text))
  return fitting.length === 0 || random() < 0.05 ? oneOf(texts) : oneOf(fitting)
}

const objectOf = (schema: JsonObject, chance: Chance, seen: readonly string[]): JsonObject => {
  const required = new Set(schema['required'] as readonly string[] | undefined)
  const present = Object.entries(at(schema, 'properties')).filter(([name]) =>
    required.has(name) ? chance.random() > 0.02 : chance.random() < 0.4,
  )
  return Object.fromEntries(
    present.map(([name, part]) => [name, valueOf(isObject(part) ? part : {}, chance, seen)]),
  )
}

const stringsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((part: Json) => stringsIn(part))
}

const declared = (operation: string, code: string): boolean =>
  refusals.common.includes(code) ||
  contract.operations.get(operation)?.errors.includes(code) === true

test.each([1, 2, 3])(
  'walk %i: whatever is asked, only declared errors are answered',
  async (seed) => {
    const chance = chanceOf(seeded(seed))
    let now = Date.UTC(2024, 9, 1)
    const facade = openFacade(vendor, { clock: () => now, random: chance.random, fault: unsigned })
    const operations = [...contract.operations.values()]
    const codes = new Set<string>()
    let seen: readonly string[] = []
    for (let step = 0; step < 2500; step += 1) {
      now += chance.oneOf([0, 1000, 3_600_000])
      const { name, input } = chance.oneOf(operations)
      // Two operations would empty the world again and again.
      if (/^(Delete|Leave|Remove|Close)/u.test(name) && chance.random() < 0.7) continue
      const asked = valueOf(input, chance, seen)
      const answer = await facade.answer(messageOf(chance.oneOf(callers), name, asked))
      const body = JSON.parse(answer.body) as { readonly __type: string }
      if (answer.status === 200) {
        const ids = stringsIn(body).filter((text) => text.length < 70 && !text.startsWith('arn:'))
        seen = [...new Set([...ids, ...seen])].slice(0, 60)
        continue
      }
      const { __type: code } = body
      codes.add(code)
      expect(
        declared(name, code),
        `${name} answers ${answer.body} to ${JSON.stringify(asked)}`,
      ).toBe(true)
    }
    expect(facade.troubles()).toEqual([])
    expect(codes.size).toBeGreaterThan(20)
  },
)

test('a refusal that an operation does not declare is our mistake, and is noted', async () => {
  const wrong: Fault = {
    ...unsigned,
    alter: (steps, made) => ({
      ...unsigned.alter(steps, made),
      decide: () => ({ kind: 'refused', refusal: 'policyInUse', detail: 'by chance' }),
    }),
  }
  const facade = openFacade(vendor, { clock: () => 0, random: seeded(1), fault: wrong })
  const answer = await facade.answer(messageOf('100000000001', 'ListRoots', {}))
  expect(answer.status).toBe(500)
  expect(answer.body).toContain('ServiceException')
  expect(facade.troubles()).toEqual(['ListRoots declares no code for policyInUse (by chance)'])
})

test('an exception inside is answered, and noted', async () => {
  const broken: Fault = {
    ...unsigned,
    alter: (steps, made) => ({
      ...unsigned.alter(steps, made),
      decide: () => {
        throw new Error('the model broke')
      },
    }),
  }
  const facade = openFacade(vendor, { clock: () => 0, random: seeded(1), fault: broken })
  const answer = await facade.answer(messageOf('100000000001', 'ListRoots', {}))
  expect(answer.status).toBe(500)
  expect(facade.troubles()[0]).toMatch(/the model broke/u)
})

test('an operation nobody has is refused by its name', async () => {
  const facade = openFacade(vendor, { clock: () => 0, random: seeded(1), fault: unsigned })
  const answer = await facade.answer(messageOf('100000000001', 'FoundEmpire', {}))
  expect(answer.status).toBe(400)
  expect(answer.body).toContain('FoundEmpire')
  expect(facade.troubles()).toEqual([])
})
