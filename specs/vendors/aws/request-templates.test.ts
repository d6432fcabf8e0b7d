import { expect, test } from 'vitest'

import { operationOf } from '../../contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import { resolved } from '../../contract/resolve-reference.ts'
import { verbOf } from '../../vendor/dialect.ts'
import { Unreadable, type Lens } from '../../vendor/lens.ts'
import { bindingOf, resourceFields } from '../../vendor/request-template.ts'
import { aws } from './aws.ts'

const { contract, dialect, profile, refusals, requestTemplates } = aws()
const rows = Object.entries(requestTemplates)

const inputOf = (operation: string): Record<string, JsonObject> =>
  (operationOf(contract, operation).input['properties'] ?? {}) as Record<string, JsonObject>

const textsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value]
  return isObject(value) || Array.isArray(value) ? Object.values(value).flatMap(textsIn) : []
}

const fieldsOf = (resource: string): readonly string[] | undefined =>
  (resourceFields as Readonly<Record<string, readonly string[]>>)[resource]

const resultLens = (operation: string): Lens<Json> => {
  const verb = verbOf(dialect, operation)
  if (verb === undefined) throw new Error(`no verb says ${operation}`)
  return dialect[verb]?.result as unknown as Lens<Json>
}

test('every operation has a request template', () => {
  expect(rows.map(([operation]) => operation).toSorted()).toEqual(
    [...contract.operations.keys()].toSorted(),
  )
})

test.each(rows)(
  '%s: the input names members of the contract',
  (operation, { input, references }) => {
    const members = Object.keys(inputOf(operation))
    for (const member of Object.keys(input)) expect(members).toContain(member)
    for (const member of Object.keys(references ?? {})) expect(Object.keys(input)).toContain(member)
  },
)

test('literal enum values are values of the contract', () => {
  for (const [operation, { input }] of rows) {
    for (const [member, value] of Object.entries(input)) {
      const schema = resolved(contract.openapi, inputOf(operation)[member] ?? {})
      if (schema['enum'] !== undefined) expect(schema['enum'], member).toContain(value)
    }
  }
})

test('every binding names a field of a resource that the world holds', () => {
  const always = ['root', 'organization', 'fresh']
  for (const [operation, { input, resources }] of rows) {
    for (const text of textsIn(input).filter((each) => each.startsWith('$'))) {
      const binding = bindingOf(text)
      expect(fieldsOf(binding?.resource ?? ''), `${operation} ${text}`).toContain(binding?.field)
      expect([...always, ...resources], operation).toContain(binding?.resource)
    }
    for (const resource of resources) expect(fieldsOf(resource), resource).toBeDefined()
  }
})

test('every resource is of use to some operation, here or with another vendor', () => {
  const elsewhere = ['housedMember']
  const used = new Set<string>([...elsewhere, ...rows.flatMap(([, { resources }]) => resources)])
  expect(Object.keys(resourceFields).filter((name) => name !== 'fresh' && !used.has(name))).toEqual(
    [],
  )
})

test('every reference has an unknown id, and a refusal whose code the operation declares', () => {
  for (const [operation, { references }] of rows) {
    for (const { unknown, refusal } of Object.values(references ?? {})) {
      expect(profile.unknown[unknown], operation).toBeDefined()
      const [first] = refusals.refusals[refusal]?.answers ?? []
      expect(operationOf(contract, operation).errors).toContain(first?.code)
    }
  }
})

test('an excuse is a refusal whose code the operation declares', () => {
  for (const [operation, { excusedBy }] of rows) {
    if (excusedBy === undefined) continue
    const [first] = refusals.refusals[excusedBy]?.answers ?? []
    expect(operationOf(contract, operation).errors).toContain(first?.code)
  }
})

test('every member that the document calls required and nothing can guess is given', () => {
  const guessable = new Set(['Description'])
  for (const [operation, { input }] of rows) {
    const required = (operationOf(contract, operation).input['required'] ?? []) as string[]
    const missing = required.filter((member) => input[member] === undefined)
    expect(
      missing.filter((member) => !guessable.has(member)),
      operation,
    ).toEqual([])
  }
})

/** An output that holds something at each pointer and nothing else; lists are empty. */
const outputWith = (pointers: readonly string[], operation: string): JsonObject => {
  const output: Record<string, Json> = {}
  for (const pointer of pointers) {
    const steps = pointer.slice(1).split('/')
    const last = steps.pop() ?? ''
    let at: Record<string, Json> = output
    for (const step of steps) at = (at[step] ??= {}) as Record<string, Json>
    at[last] = isList(operation, pointer) ? [] : 'x'
  }
  return output
}

const isList = (operation: string, pointer: string): boolean => {
  const { output } = operationOf(contract, operation)
  const member = (output['properties'] as JsonObject)[pointer.slice(1)]
  return isObject(member) && member['type'] === 'array'
}

test.each(rows)('%s: what it yields is what its reader needs, no more and no less', (name, row) => {
  const lens = resultLens(name)
  expect(() => lens.read(outputWith(row.yields, name))).not.toThrow()
  for (const left of row.yields) {
    const others = row.yields.filter((pointer) => pointer !== left)
    expect(() => lens.read(outputWith(others, name)), left).toThrow(Unreadable)
  }
})

test('what lists or describes reads; everything else writes', () => {
  for (const [operation, { writes }] of rows) {
    expect(writes, operation).toBe(!/^(?:List|Describe)/u.test(operation))
  }
})
