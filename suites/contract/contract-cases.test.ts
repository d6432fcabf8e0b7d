import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Operation } from '../../specs/contract/contract.ts'
import type { JsonObject } from '../../specs/contract/json.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Actor } from '../actors/actor.ts'
import { contractValidator } from '../client/contract-validator.ts'
import { basisFinder } from '../verdict/basis.ts'
import { contractCases } from './contract-cases.ts'
import { valueAt, withValue } from './json-path.ts'
import { planOf } from './operation-plan.ts'
import type { OperationPlan } from './plan.ts'
import type { Prerequisites } from './prerequisites.ts'
import { disproof } from './prove-negative.ts'
import { namedValues } from './random-values.ts'
import { requestBuilder, type RequestBuilder } from './request-builder.ts'
import { spoiled } from './run-negatives.ts'

// The promises of the generator, kept for every operation of every vendor and any seed.

const nouns: Readonly<Record<string, string>> = {
  root: 'root',
  parent: 'root',
  unit: 'unit',
  policy: 'policy',
  attachedPolicy: 'policy',
  invitationSent: 'invitation',
  creation: 'creation',
}

/** Prerequisites that exist on paper only: everything has a well-formed id of its kind. */
const wellFormedPrerequisites = ({ profile }: Vendor): Prerequisites => ({
  caller: () => Promise.reject<Actor>(new Error('nobody acts on paper')),
  observer: () => Promise.reject<Actor>(new Error('nobody looks on paper')),
  owner: () => Promise.reject<Actor>(new Error('nobody manages on paper')),
  stranger: () => Promise.reject<Actor>(new Error('nobody is refused on paper')),
  other: ({ how, noun }) => {
    const last = { foreign: '1', deleted: '2', outside: '3' }[how]
    return Promise.resolve((profile.unknown[noun] ?? '').replace(/.(.)$/u, `${last}$1`))
  },
  field: (resource, field) => {
    const noun = (name: string): string => profile.unknown[name] ?? ''
    const fields: Readonly<Record<string, string>> = {
      id: noun(nouns[resource] ?? 'account'),
      root: noun('root'),
      parent: noun('root'),
      resource: noun('unit'),
      target: noun(resource === 'attachedPolicy' ? 'unit' : 'account'),
      account: noun('account'),
      management: noun('account'),
      service: profile.services[0],
      email: 'somebody@example.com',
      name: 'orgproof-name-1',
      key: 'orgproof-key-1',
      value: 'yes',
      content: '{}',
      document: '{}',
    }
    return Promise.resolve(fields[field] ?? '')
  },
})

const builderFor = (plan: OperationPlan, seed: number): RequestBuilder =>
  requestBuilder({
    fields: plan.fields,
    template: plan.template,
    prerequisites: wellFormedPrerequisites(plan.vendor),
    random: namedValues(seed),
  })

const onTheWire = (plan: OperationPlan, input: JsonObject): JsonObject =>
  JSON.parse(plan.vendor.wire.encode(plan.operation, input).body || '{}') as JsonObject

/** Every valid request of some plans, as text. */
const everything = async (plans: readonly OperationPlan[], seed: number): Promise<string> => {
  const bodies = []
  for (const plan of plans) {
    const builder = builderFor(plan, seed)
    for (const { build } of plan.positives) bodies.push(JSON.stringify(await build(builder)))
  }
  return bodies.join('\n')
}

describe.each(knownVendors)('the contract cases of %s', async (id) => {
  const vendor = await loadVendor(id)
  const basis = basisFinder(vendor)
  const validator = contractValidator(vendor.contract)
  const plans = [...vendor.contract.operations.values()].map((one) => planOf(vendor, one, basis))
  const anyPlan = fc.constantFrom(...plans)
  const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 })

  test('every operation has a case', () => {
    const cases = contractCases(vendor, basis)
    expect(cases.map((one) => one.id)).toEqual(
      [...vendor.contract.operations.keys()].map((name) => `contract/${id}/${name}`),
    )
  })

  test('positives are valid in their wire form', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, anySeed, async (plan, seed) => {
        const builder = builderFor(plan, seed)
        const inputs = [await builder.minimal()]
        for (const positive of plan.positives) inputs.push(await positive.build(builder))
        for (const input of inputs) {
          const sent = vendor.wire.encode(plan.operation, input).path === '/'
          expect(validator.input(plan.operation, sent ? onTheWire(plan, input) : input)).toEqual([])
        }
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  test.each(plans.map((plan) => [plan.operation.name, plan] as const))(
    'negatives of %s fail first where and how they claim to, and nowhere else',
    async (_name, plan) => {
      const builder = builderFor(plan, 7)
      for (const negative of plan.negatives) {
        const input = await spoiled(builder, negative)
        expect(
          disproof(validator, plan.operation, { negative, input }),
          `${negative.key}: ${JSON.stringify(valueAt(input, negative.field.path))?.slice(0, 99)}`,
        ).toBeUndefined()
      }
    },
  )

  test('negatives fail as they claim to with any seed', async () => {
    const faulty = plans.filter(({ negatives }) => negatives.length > 0)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...faulty), anySeed, fc.nat(), async (plan, seed, nth) => {
        const negative = plan.negatives[nth % plan.negatives.length]
        if (negative === undefined) throw new Error('there is one')
        const input = await spoiled(builderFor(plan, seed), negative)
        expect(disproof(validator, plan.operation, { negative, input })).toBeUndefined()
      }),
      { numRuns: 300, seed: 2 },
    )
  })

  test('a negative equals its twin but for the fault', async () => {
    for (const plan of plans) {
      const builder = builderFor(plan, 3)
      for (const negative of plan.negatives) {
        const { field } = negative
        const twin = field.token ? await builder.minimal() : await builder.with(field)
        const repaired = withValue(
          await spoiled(builder, negative),
          field.path,
          valueAt(twin, field.path),
        )
        expect(repaired, negative.key).toEqual(twin)
      }
    }
  })

  test('the twin of every negative is asked, and fills the same path', async () => {
    for (const plan of plans) {
      const keys = new Set(['minimal', ...plan.positives.map(({ key }) => key)])
      for (const negative of plan.negatives) expect(keys, negative.key).toContain(negative.twin)
    }
  })

  test('no two negatives of an operation are the same request', async () => {
    for (const plan of plans) {
      const builder = builderFor(plan, 5)
      const sent = new Map<string, string>()
      for (const negative of plan.negatives) {
        const body = JSON.stringify(await spoiled(builder, negative))
        expect(sent.get(body), `${plan.operation.name} ${negative.key}`).toBeUndefined()
        sent.set(body, negative.key)
      }
    }
  })

  test('the same seed makes the same requests, another one others', async () => {
    expect(await everything(plans, 11)).toBe(await everything(plans, 11))
    expect(await everything(plans, 11)).not.toBe(await everything(plans, 12))
  })

  test('titles are short and say what is', () => {
    for (const { checks } of contractCases(vendor, basis)) {
      for (const { title } of checks) {
        expect(title.length, title).toBeLessThanOrEqual(70)
        expect(title).not.toMatch(/\b(should|must|will)\b/iu)
      }
    }
  })

  test('what the contract states softly is never a must', () => {
    for (const plan of plans) {
      const soft = plan.negatives.filter(({ field, keyword }) => {
        const list = field.schema['x-soft']
        return Array.isArray(list) && keyword !== undefined && list.includes(keyword)
      })
      for (const { steps, key } of soft) expect(steps.refused?.level, key).toBe('should')
    }
  })
})

describe('ids and numbers', async () => {
  const vendor = await loadVendor('aws')
  const basis = basisFinder(vendor)
  const original = vendor.contract.operations.get('CreateOrganizationalUnit')
  if (original === undefined) throw new Error('the contract creates units')

  const idsWith = (properties: JsonObject): readonly string[] => {
    const before = original.input['properties'] as JsonObject
    const input = { ...original.input, properties: { ...before, ...properties } }
    const operation: Operation = { ...original, input }
    const operations = new Map([[operation.name, operation]])
    const changed = { ...vendor, contract: { ...vendor.contract, operations } }
    return contractCases(changed, basis).flatMap(({ checks }) => checks.map((check) => check.id))
  }

  const alike = { type: 'string', minLength: 2, maxLength: 9, pattern: '^[a-z]{2,9}$' }

  test('ids stay when another member comes', () => {
    const before = new Set(idsWith({}))
    const after = idsWith({ Extra: alike })
    for (const one of before) expect(after).toContain(one)
    for (const one of after.filter((added) => !before.has(added))) {
      expect(one).toContain('/CreateOrganizationalUnit/Extra/')
    }
  })

  test('twice the members make twice the checks, not more', () => {
    const none = idsWith({}).length
    const one = idsWith({ First: alike }).length - none
    const two = idsWith({ First: alike, Second: alike }).length - none
    const four = idsWith({ A: alike, B: alike, C: alike, D: alike }).length - none
    expect(one).toBeGreaterThan(10)
    expect([two, four]).toEqual([2 * one, 4 * one])
  })
})
