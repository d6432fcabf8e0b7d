import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import type { OpenApiDocument } from '../../contract/openapi-document.ts'

/**
 * The vendor's own client of the same revision is an independent reading of the same contract. Both sides are
 * written as flat facts; what only one side knows must be on the committed list, with its reason.
 */

const types = join(
  dirname(createRequire(import.meta.url).resolve('@aws-sdk/client-organizations/package.json')),
  'dist-types',
)
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const openapi = JSON.parse(
  read('../../vendors/aws/openapi/organizations-2016-11-28.json'),
) as OpenApiDocument
const differences = JSON.parse(read('sdk-differences.json')) as {
  readonly package: string
  readonly differences: readonly {
    readonly onlyIn: 'document' | 'sdk'
    readonly facts: readonly string[]
    readonly why: string
  }[]
}

const sdkFacts = (): ReadonlySet<string> => {
  const models = readFileSync(join(types, 'models', 'models_0.d.ts'), 'utf8')
  const shapes = models.matchAll(
    /export (?:interface|declare class) (\w+)(?: extends \w+)? \{\n((?: .*\n)*)\}/gu,
  )
  const constants = models.matchAll(/export declare const (\w+): \{\n((?: .*\n)*)\};/gu)
  return new Set([
    ...[...shapes].flatMap(([, name = '', body = '']) => shapeFacts(name, body)),
    ...[...constants].flatMap(([, name = '', body = '']) =>
      [...body.matchAll(/: "(\w+)";/gu)].map(([, value]) => `${name} has ${value}`),
    ),
    ...operationFacts(),
  ])
}

const shapeFacts = (name: string, body: string): readonly string[] =>
  [...body.matchAll(/^ {4}(\w+)(\?)?: (.+);$/gmu)].flatMap(([, member, optional, type = '']) => [
    `${name}.${member}: ${sdkType(type)}`,
    ...(optional === undefined ? [`${name}.${member} is required`] : []),
  ])

const operationFacts = (): readonly string[] => {
  const commands = readdirSync(join(types, 'commands')).filter((file) =>
    file.endsWith('Command.d.ts'),
  )
  const paginators = readdirSync(join(types, 'pagination')).map(
    (file) => file.split('Paginator')[0],
  )
  return commands.flatMap((file) => {
    const name = file.replace('Command.d.ts', '')
    const source = readFileSync(join(types, 'commands', file), 'utf8')
    const thrown = [...source.matchAll(/@throws \{@link (\w+)\} \((client|server) fault\)/gu)]
    return [
      `operation ${name}`,
      ...(paginators.includes(name) ? [`${name} is paginated`] : []),
      ...thrown.map(([, exception, fault]) => `${name} throws ${exception} as ${fault}`),
    ]
  })
}

const sdkType = (type: string): string => {
  const plain = type.replace(' | undefined', '')
  if (plain.endsWith('[]')) return `list of ${sdkType(plain.slice(0, -2))}`
  if (plain.endsWith('Reason') && plain.includes('Exception')) return 'string'
  return { number: 'integer', Date: 'timestamp' }[plain] ?? plain
}

const documentFacts = (): ReadonlySet<string> => {
  const facts: string[] = []
  // the SDK has no class for what is the protocol's alone
  const { CommonError: _protocol, ...schemas } = openapi.components.schemas
  for (const [name, schema] of Object.entries(schemas)) {
    for (const value of list(schema['enum'])) facts.push(`${name} has ${value}`)
    for (const [member, property] of members(schema)) {
      facts.push(`${name}.${member}: ${documentType(property)}`)
      for (const value of reasons(property)) facts.push(`${name}Reason has ${value}`)
    }
    for (const member of list(schema['required'])) facts.push(`${name}.${member} is required`)
  }
  for (const item of Object.values(openapi.paths)) facts.push(...pathFacts(item))
  return new Set(facts)
}

const pathFacts = (item: JsonObject): readonly string[] => {
  const operation = item['post'] as JsonObject
  const name = text(operation['operationId'])
  const server = JSON.stringify((operation['responses'] as JsonObject)['5XX'] ?? '')
  return [
    `operation ${name}`,
    ...(operation['x-pagination'] === undefined ? [] : [`${name} is paginated`]),
    ...list(operation['x-errors']).map(
      (error) =>
        `${name} throws ${error} as ${server.includes(`/${error}"`) ? 'server' : 'client'}`,
    ),
  ]
}

const list = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : []

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const members = (schema: JsonObject): readonly (readonly [string, JsonObject])[] => {
  const properties = schema['properties']
  if (!isObject(properties)) return []
  return Object.entries(properties).flatMap(([name, property]) =>
    isObject(property) && name !== '__type' ? [[name, property] as const] : [],
  )
}

const reasons = (property: JsonObject): readonly string[] => {
  const [first] = (property['anyOf'] ?? []) as readonly Json[]
  return isObject(first) ? list(first['enum']) : []
}

const documentType = (property: JsonObject): string => {
  const reference = property['$ref']
  if (typeof reference === 'string') return reference.split('/').at(-1) ?? ''
  if (property['x-type'] === 'timestamp') return 'timestamp'
  const items = property['items']
  if (isObject(items)) return `list of ${documentType(items)}`
  return property['anyOf'] === undefined ? text(property['type']) : 'string'
}

const only = (side: 'document' | 'sdk'): readonly string[] =>
  differences.differences.flatMap(({ onlyIn, facts }) => (onlyIn === side ? facts : [])).toSorted()

const missingIn = (facts: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
  [...facts].filter((fact) => !others.has(fact)).toSorted()

test('the client is the one the differences were written for', () => {
  const { version } = JSON.parse(readFileSync(join(types, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  expect(`@aws-sdk/client-organizations@${version}`).toBe(differences.package)
})

test('both sides are read: neither list of facts is short', () => {
  expect(sdkFacts().size).toBeGreaterThan(950)
  expect(documentFacts().size).toBeGreaterThan(950)
})

test('what only the client knows is listed with its reason', () => {
  expect(missingIn(sdkFacts(), documentFacts())).toEqual(only('sdk'))
})

test('what only the document knows is listed with its reason', () => {
  expect(missingIn(documentFacts(), sdkFacts())).toEqual(only('document'))
})

test('a changed fact is noticed', () => {
  const facts = documentFacts()
  const changed = new Set(
    [...facts].filter((fact) => fact !== 'CreateAccountRequest.Email is required'),
  )
  expect(missingIn(sdkFacts(), changed)).toEqual(
    [...only('sdk'), 'CreateAccountRequest.Email is required'].toSorted(),
  )
})
