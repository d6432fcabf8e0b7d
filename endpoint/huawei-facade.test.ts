import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

import { operationOf, statusOf, type Operation } from '../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../specs/contract/json.ts'
import { resolved } from '../specs/contract/resolve-reference.ts'
import type { Vendor } from '../specs/vendor/vendor.ts'
import { codearts } from '../specs/vendors/codearts/codearts.ts'
import { huawei } from '../specs/vendors/huawei/huawei.ts'
import { openFacade, type Facade } from './facade.ts'
import type { Fault } from './fault.ts'

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

const callers = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(32))

interface Chance {
  readonly random: () => number
  readonly oneOf: <T>(choices: readonly T[]) => T
}

const chanceOf = (random: () => number): Chance => ({
  random,
  oneOf: <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)] as T,
})

const odd: readonly Json[] = [null, 0, -1, true, '', ' ', 'x'.repeat(300), [], {}, [null]]

interface Pool {
  readonly vendor: Vendor
  readonly chance: Chance
  readonly seen: readonly string[]
}

const textsOf = ({ profile }: Vendor): readonly string[] => [
  'one',
  'two',
  '0',
  'new@example.org',
  '{"Version":"5.0","Statement":[]}',
  ...callers,
  ...profile.services,
  ...(profile.endpoints ?? []),
  ...Object.values(profile.unknown),
]

/** Mostly what the schema wants, in every combination with what exists; now and then something else. */
const valueOf = (reference: JsonObject, pool: Pool): Json => {
  const { random, oneOf } = pool.chance
  if (random() < 0.03) return oneOf(odd)
  const schema = resolved(pool.vendor.contract.openapi, reference)
  if (Array.isArray(schema['enum'])) return oneOf(schema['enum'] as readonly Json[])
  return (byType[schema['type'] as string] ?? textOf)(schema, pool)
}

type Make = (schema: JsonObject, pool: Pool) => Json

const byType: Readonly<Record<string, Make>> = {
  integer: (_schema, { chance }) => chance.oneOf([1, 2, 200]),
  boolean: (_schema, { chance }) => chance.random() < 0.5,
  array: ({ items }, pool) => [valueOf(items as JsonObject, pool)],
  object: (schema, pool) => objectOf(schema, pool),
}

const textOf: Make = (_schema, { vendor, chance, seen }) =>
  chance.oneOf(chance.random() < 0.7 && seen.length > 0 ? seen : textsOf(vendor))

const objectOf = (schema: JsonObject, pool: Pool): JsonObject => {
  const required = new Set(schema['required'] as readonly string[] | undefined)
  const properties = isObject(schema['properties']) ? schema['properties'] : {}
  const present = Object.entries(properties).filter(([name]) =>
    required.has(name) ? pool.chance.random() > 0.02 : pool.chance.random() < 0.4,
  )
  return Object.fromEntries(
    present.map(([name, part]) => [name, valueOf(part as JsonObject, pool)]),
  )
}

const stringsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((part: Json) => stringsIn(part))
}

const ajv = new Ajv2020({ strict: false, validateFormats: false })

const codeIn = ({ error_code: code }: JsonObject): string =>
  typeof code === 'string' ? code : 'none'

const validators = new Map<string, ValidateFunction>()

const violationOf = (
  vendor: Vendor,
  { name, output }: Operation,
  body: Json,
): string | undefined => {
  const schema = { ...output, components: vendor.contract.openapi['components'] }
  const validate = validators.get(name) ?? ajv.compile(schema)
  validators.set(name, validate)
  return validate(body) ? undefined : ajv.errorsText(validate.errors)
}

const ask = async (
  facade: Facade,
  vendor: Vendor,
  [caller, name, input]: readonly [string, string, Json],
): Promise<{ readonly status: number; readonly body: JsonObject }> => {
  const message = vendor.wire.encode(operationOf(vendor.contract, name), input)
  const headers = { ...message.headers, caller }
  const answer = await facade.answer({ ...message, headers })
  const body = answer.body === '' ? {} : (JSON.parse(answer.body) as JsonObject)
  return { status: answer.status, body }
}

describe.each([
  [huawei(), 25],
  [codearts(), 1],
] as const)('$id', (vendor, variety) => {
  test.each([1, 2, 3])(
    'walk %i: whatever is asked, only declared errors are answered, and outputs fit',
    async (seed) => {
      const chance = chanceOf(seeded(seed))
      let now = Date.UTC(2024, 9, 1)
      const facade = openFacade(vendor, {
        clock: () => now,
        random: chance.random,
        fault: unsigned,
      })
      const operations = [...vendor.contract.operations.values()]
      const codes = new Set<string>()
      let seen: readonly string[] = []
      for (let step = 0; step < 2500; step += 1) {
        now += chance.oneOf([0, 1000, 3_600_000])
        const operation = chance.oneOf(operations)
        // Some operations would empty the world again and again.
        const empties = /^(?:Delete|Leave|Remove|Close)/u.test(operation.name)
        if (empties && operations.length > 1 && chance.random() < 0.7) continue
        const input = valueOf(operation.input, { vendor, chance, seen })
        const asked = [chance.oneOf(callers), operation.name, input] as const
        const { status, body } = await ask(facade, vendor, asked)
        if (status < 300) {
          expect(status).toBe(operation.status)
          expect(violationOf(vendor, operation, body), operation.name).toBeUndefined()
          const ids = stringsIn(body).filter((text) => text.length < 70 && !text.includes('::'))
          seen = [...new Set([...ids, ...seen])].slice(0, 60)
          continue
        }
        const code = codeIn(body)
        codes.add(code)
        const declared = operation.errors.includes(code)
        expect(
          declared || vendor.refusals.common.includes(code),
          `${operation.name}: ${code}`,
        ).toBe(true)
        if (declared) expect(status).toBe(statusOf(vendor.contract, code))
      }
      expect(facade.troubles()).toEqual([])
      expect(codes.size).toBeGreaterThanOrEqual(variety)
    },
  )
})

test('codes that no story meets by the way are reached, too', async () => {
  const vendor = huawei()
  const random = seeded(9)
  const facade = openFacade(vendor, { clock: () => Date.UTC(2024, 9, 1), random, fault: unsigned })
  const [owner = '', guest = ''] = callers
  const codeOf = async (name: string, input: JsonObject = {}, caller = owner): Promise<string> =>
    codeIn((await ask(facade, vendor, [caller, name, input])).body)
  expect(await codeOf('CreateOrganization')).toBe('none')
  const { roots } = (await ask(facade, vendor, [owner, 'ListRootsOfOrganization', {}])).body
  const root = stringsIn(roots ?? [])[0] ?? ''
  const draft = { type: 'service_control_policy', description: '', name: 'p' }
  const long = `{"Version":"5.0","Statement":["${'x'.repeat(5120)}"]}`
  expect(await codeOf('CreatePolicy', { ...draft, content: long })).toBe('Organizations.1619')
  expect(await codeOf('CreatePolicy', { ...draft, type: 'backup', content: '{}' })).toBe(
    'Organizations.1618',
  )
  const tags = Array.from({ length: 21 }, (_, index) => ({ key: `k${index}`, value: '' }))
  expect(await codeOf('AddTagsToResource', { resource_id: root, tags })).toBe('Organizations.1703')
  const twice = [...tags.slice(0, 1), ...tags.slice(0, 1)]
  expect(await codeOf('AddTagsToResource', { resource_id: root, tags: twice })).toBe(
    'Organizations.1702',
  )
  let parent = root
  for (let depth = 1; depth <= 5; depth += 1) {
    const { body } = await ask(facade, vendor, [
      owner,
      'CreateOU',
      { name: 'u', parent_id: parent },
    ])
    parent = stringsIn(body).find((text) => text.startsWith('ou-')) ?? ''
  }
  expect(await codeOf('CreateOU', { name: 'u', parent_id: parent })).toBe('Organizations.1203')
  for (let count = 2; count <= 10; count += 1) {
    const target = { type: 'account', entity: count.toString(16).padStart(32, '0') }
    expect(await codeOf('InviteAccountToJoinOrganization', { target, notes: '' })).toBe('none')
  }
  expect(await codeOf('CreateAccount', { name: 'eleventh' })).toBe('Organizations.1305')
  expect(await codeOf('LeaveOrganization')).toBe('Organizations.1018')
  expect(await codeOf('RemoveAccount', { account_id: owner })).toBe('Organizations.1304')
  expect(await codeOf('LeaveOrganization', {}, guest)).toBe('Organizations.1015')
})

test('what is wrong with the message itself has codes of the gateway, or of the document', async () => {
  const vendor = huawei()
  const facade = openFacade(vendor, { clock: () => 0, random: seeded(1), fault: unsigned })
  const codeOf = async (message: Partial<Parameters<Facade['answer']>[0]>): Promise<string> => {
    const plain = { method: 'GET', path: '/v1/organizations', headers: {}, body: '' }
    const { status, body } = await facade.answer({ ...plain, ...message })
    return `${status} ${codeIn(JSON.parse(body) as JsonObject)}`
  }
  const post = { method: 'POST', path: '/v1/organizations/policies/enable', body: '{}' }
  const json = { 'content-type': 'application/json' }
  expect(await codeOf({ path: '/v2/organizations' })).toBe('404 APIGW.0101')
  expect(await codeOf({ method: 'PUT' })).toBe('405 APIGW.0201')
  expect(await codeOf(post)).toBe('404 Organizations.1010')
  expect(await codeOf({ ...post, headers: json, body: '{' })).toBe('400 APIGW.0201')
  expect(facade.tooLarge().status).toBe(413)
  const strict = openFacade(vendor, { clock: () => 0, random: seeded(1) })
  const refused = await strict.answer({
    method: 'GET',
    path: '/v1/organizations',
    headers: { authorization: 'Basic x' },
    body: '',
  })
  expect(refused.status).toBe(400)
  expect(refused.body).toContain('Organizations.1021')
  expect([...facade.troubles(), ...strict.troubles()]).toEqual([])
})
