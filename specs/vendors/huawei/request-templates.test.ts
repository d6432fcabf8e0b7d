import { describe, expect, test } from 'vitest'

import { operationOf, type Operation } from '../../contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import { resolved } from '../../contract/resolve-reference.ts'
import { verbOf } from '../../vendor/dialect.ts'
import { Unreadable, type Lens } from '../../vendor/lens.ts'
import { bindingOf, resourceFields } from '../../vendor/request-template.ts'
import { limitNames } from '../../vocabulary/limit-name.ts'
import { codearts } from '../codearts/codearts.ts'
import { isFeature } from '../known-features.ts'
import { huawei } from './huawei.ts'

const propertiesOf = (schema: Json | undefined): JsonObject => {
  const properties = isObject(schema ?? null) ? (schema as JsonObject)['properties'] : undefined
  return isObject(properties) ? properties : {}
}

const textsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value]
  return isObject(value) || Array.isArray(value) ? Object.values(value).flatMap(textsIn) : []
}

describe.each([huawei(), codearts()])('$id', (vendor) => {
  const { contract, dialect, profile, requestTemplates } = vendor
  const rows = Object.entries(requestTemplates)
  const inputOf = (operation: string): JsonObject =>
    propertiesOf(operationOf(contract, operation).input)

  test('every operation has a request template', () => {
    expect(rows.map(([operation]) => operation).toSorted()).toEqual(
      [...contract.operations.keys()].toSorted(),
    )
  })

  test('request templates name members of the contract, and everything that it requires', () => {
    for (const [operation, { input, references, needed = [], excluded = [] }] of rows) {
      const members = Object.keys(inputOf(operation))
      for (const member of [...Object.keys(input), ...needed, ...excluded]) {
        expect(members, operation).toContain(member)
      }
      for (const place of Object.keys(references ?? {})) {
        expect(Object.keys(input), operation).toContain(place.split('/')[0])
      }
      const required = (operationOf(contract, operation).input['required'] ?? []) as string[]
      expect(required.filter((member) => input[member] === undefined)).toEqual([])
    }
  })

  test('literal enum values are values of the contract', () => {
    for (const [operation, { input }] of rows) {
      for (const [member, value] of Object.entries(input)) {
        const schema = resolved(contract.openapi, inputOf(operation)[member] as JsonObject)
        if (schema['enum'] !== undefined) expect(schema['enum'], member).toContain(value)
      }
    }
  })

  test('every binding names a field of a resource that the world holds', () => {
    const always = ['root', 'organization', 'fresh']
    for (const [operation, { input, resources }] of rows) {
      for (const text of textsIn(input).filter((each) => each.startsWith('$'))) {
        const { resource = '', field = '' } = bindingOf(text) ?? {}
        expect(resourceFields[resource as keyof typeof resourceFields], operation).toContain(field)
        expect([...always, ...resources], operation).toContain(resource)
      }
    }
  })

  test('every reference has an unknown id, and a refusal that the vendor has a word for', () => {
    for (const [operation, { references }] of rows) {
      for (const { unknown, refusal } of Object.values(references ?? {})) {
        expect(profile.unknown[unknown], operation).toBeDefined()
        expect(vendor.refusals.refusals[refusal], operation).toBeDefined()
      }
    }
  })

  const lensOf = (operation: string): Lens<Json> => {
    const verb = verbOf(dialect, operation)
    if (verb === undefined) throw new Error(`no verb says ${operation}`)
    return dialect[verb]?.result as unknown as Lens<Json>
  }

  const plainAt = ({ output }: Operation, pointer: string): Json => {
    const steps = pointer.slice(1).split('/')
    let schema: JsonObject = output
    for (const step of steps) {
      schema = resolved(contract.openapi, propertiesOf(schema)[step] as JsonObject)
    }
    if (schema['type'] === 'array') return []
    return schema['type'] === 'integer' ? 1 : pointer === '/status' ? 'ok' : 'x'
  }

  /** An output that holds something at each pointer and nothing else; lists are empty. */
  const outputWith = (operation: string, pointers: readonly string[]): JsonObject => {
    const output: Record<string, Json> = {}
    for (const pointer of pointers) {
      const steps = pointer.slice(1).split('/')
      const last = steps.pop() ?? ''
      let at = output
      for (const step of steps) at = (at[step] ??= {}) as Record<string, Json>
      at[last] = plainAt(operationOf(contract, operation), pointer)
    }
    return output
  }

  test.each(rows)('%s yields what its reader needs, no more and no less', (name, { yields }) => {
    const lens = lensOf(name)
    expect(() => lens.read(outputWith(name, yields))).not.toThrow()
    for (const left of yields) {
      const others = yields.filter((pointer) => pointer !== left)
      expect(() => lens.read(outputWith(name, others)), left).toThrow(Unreadable)
    }
  })

  test('what lists, gets or queries reads; everything else writes', () => {
    for (const [operation, { writes }] of rows) {
      expect(writes, operation).toBe(!/^(?:List|Get|Query)/u.test(operation))
    }
  })

  test('limits and absent features have known names', () => {
    for (const name of Object.keys(profile.limits)) expect(limitNames).toContain(name)
    expect(Object.keys(profile.absent).filter((name) => !isFeature(name))).toEqual([])
  })

  test('minted accounts are well-formed, all different, and never the unknown one', () => {
    const counts = [0n, 1n, 2n, 2n ** 40n * 100_000n]
    const minted = counts.map(vendor.mintAccount)
    for (const account of minted) expect(account).toMatch(/^1[0-9a-f]{31}$/u)
    for (const account of minted)
      expect(account).toMatch(new RegExp(vendor.referenceEndpoint.accountKey))
    expect(new Set(minted).size).toBe(counts.length)
    expect(profile.unknown['account']).not.toMatch(/^1/u)
  })

  test('every policy type has two different documents that are JSON objects and not too long', () => {
    expect(Object.keys(profile.policyContents).toSorted()).toEqual(profile.policyTypes.toSorted())
    for (const [type, contents] of Object.entries(profile.policyContents)) {
      const limit = type === 'control' ? 'controlPolicyContent' : 'otherPolicyContent'
      for (const content of contents) {
        expect(JSON.parse(content), type).toBeTypeOf('object')
        expect(content.length).toBeLessThanOrEqual(profile.limits[limit]?.value ?? 0)
      }
      expect(contents[0]).not.toBe(contents[1])
    }
  })
})
