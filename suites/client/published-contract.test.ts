import { readFileSync } from 'node:fs'

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import type { Contract, Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { resolved } from '../../specs/contract/resolve-reference.ts'
import { standaloneSchema } from '../../specs/contract/standalone-schema.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { contractValidator } from './contract-validator.ts'

// What is published is what is judged by: both refuse the same answers.

const values: readonly Json[] = [
  null,
  'text',
  '123456789012',
  0,
  -1,
  1.5,
  true,
  [],
  ['text'],
  [5],
  [null],
  [{}],
  {},
]
const deepest = 4

/** A value for every member that the schema describes, at its place, as one answer each. */
const answersTo = (openapi: JsonObject, schema: JsonObject, depth = 0): readonly Json[] => {
  const { type, properties, items, required } = resolved(openapi, schema)
  if (depth > deepest) return []
  if (isObject(items)) return answersTo(openapi, items, depth + 1).map((value) => [value])
  if (!isObject(properties)) return values
  const demanded = Array.isArray(required) ? (required as readonly string[]) : []
  const base = Object.fromEntries(demanded.map((name) => [name, '123456789012']))
  const members = Object.entries(properties as Readonly<Record<string, JsonObject>>)
  const inside = members
    .filter(([, member]) => member['x-protocol'] === undefined)
    .flatMap(([name, member]) =>
      [...values, ...(isMade(openapi, member) ? answersTo(openapi, member, depth + 1) : [])].map(
        (value) => ({ ...base, [name]: value }),
      ),
    )
  return [{}, base, ...(type === 'object' ? inside : [])]
}

const isMade = (openapi: JsonObject, member: JsonObject): boolean => {
  const { items, properties } = resolved(openapi, member)
  return isObject(items) || isObject(properties)
}

/** The schema of an operation's success. */
const successIn = ({ responses }: JsonObject): JsonObject => {
  const found = Object.entries(responses as Readonly<Record<string, JsonObject>>)
  const [, { content = {} } = {}] = found.find(([status]) => status.startsWith('2')) ?? []
  const [media = {}] = Object.values(content as Readonly<Record<string, JsonObject>>)
  return (media['schema'] ?? {}) as JsonObject
}

/** Whether the published schemas accept the body of an answer. */
const publishedBodies = (openapi: JsonObject) => {
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: true, logger: false })
  ajv.addSchema(openapi, 'published')
  const paths = openapi['paths'] as Readonly<Record<string, Readonly<Record<string, JsonObject>>>>
  const entries = Object.values(paths).flatMap((item) => Object.values(item))
  const schemas = new Map(entries.map((entry) => [entry['operationId'], successIn(entry)]))
  const compiled = new Map<string, ValidateFunction>()
  return ({ name }: Operation, body: (schema: JsonObject) => Json): boolean => {
    const schema = schemas.get(name)
    if (schema === undefined) throw new Error(`${name} is not published`)
    const accepts = compiled.get(name) ?? ajv.compile(standaloneSchema(schema, 'published'))
    compiled.set(name, accepts)
    return accepts(body(schema))
  }
}

/** An output in the frame that it travels in. */
const framed =
  (output: Json) =>
  (schema: JsonObject): Json =>
    schema['x-output'] === undefined
      ? output
      : { Response: { ...(output as JsonObject), RequestId: 'r' } }

const readPublished = (vendor: VendorId): JsonObject => {
  const file = new URL(`../../fixtures/openapi/${vendor}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as JsonObject
}

const judged = (contract: Contract) => {
  const validator = contractValidator(contract)
  return (operation: Operation, output: Json): boolean =>
    validator.output(operation, output).every(({ soft }) => soft)
}

test.each(knownVendors)(
  'what is published of %s refuses what the suite refuses',
  async (vendor) => {
    const { contract } = await loadVendor(vendor)
    const accepts = publishedBodies(readPublished(vendor))
    const passes = judged(contract)
    const counts = { accepted: 0, refused: 0 }
    const differing: string[] = []
    const telling = [...contract.operations.values()].filter(({ output }) => output['properties'])
    for (const operation of telling) {
      for (const answer of answersTo(contract.openapi, operation.output)) {
        const right = passes(operation, answer)
        counts[right ? 'accepted' : 'refused'] += 1
        if (accepts(operation, framed(answer)) !== right)
          differing.push(`${operation.name} ${JSON.stringify(answer)}`)
      }
    }
    expect(differing.slice(0, 5)).toEqual([])
    expect(Math.min(counts.accepted, counts.refused), JSON.stringify(counts)).toBeGreaterThan(5)
  },
)

/** Null in place of a whole answer, or of what frames it. */
const bare = ['null', '{"Response":null}', '{"Response":{"Error":null,"RequestId":"r"}}']

test.each(knownVendors.flatMap((vendor) => bare.map((body) => [vendor, body] as const)))(
  'what is published of %s takes the answer %s as the suite does',
  async (vendor, body) => {
    const { contract, wire } = await loadVendor(vendor)
    const accepts = publishedBodies(readPublished(vendor))
    const differing = [...contract.operations.values()].filter((operation) => {
      const reply = wire.decode(operation, { status: operation.status, headers: {}, body })
      return accepts(operation, () => JSON.parse(body) as Json) !== (reply.kind === 'output')
    })
    expect(differing.map(({ name }) => name)).toEqual([])
  },
)
