import { expect, test } from 'vitest'

import { operationOf } from '../../contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../contract/json.ts'
import { answersTo } from '../../vendor/refusals.ts'
import { bindingOf, resourceFields } from '../../vendor/request-template.ts'
import { tencent } from './tencent.ts'

const { contract, profile, refusals, requestTemplates } = tencent()
const rows = Object.entries(requestTemplates)

const membersOf = (schema: JsonObject): Record<string, JsonObject> =>
  (schema['properties'] ?? {}) as Record<string, JsonObject>

const textsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value]
  return isObject(value) || Array.isArray(value) ? Object.values(value).flatMap(textsIn) : []
}

test('every action has a request template', () => {
  expect(rows.map(([operation]) => operation).toSorted()).toEqual(
    [...contract.operations.keys()].toSorted(),
  )
})

test.each(rows)(
  '%s: what is required is given, and nothing else is named',
  (operation, template) => {
    const { input } = operationOf(contract, operation)
    const given = Object.keys(template.input)
    const drawn = ['Remark']
    for (const member of (input['required'] ?? []) as string[])
      expect([...given, ...drawn]).toContain(member)
    for (const member of [...given, ...Object.keys(template.references ?? {})])
      expect(Object.keys(membersOf(input))).toContain(member)
  },
)

test.each(rows)('%s: bindings name what the world holds, numbers where ids are', (_, template) => {
  const table = resourceFields as Readonly<Record<string, readonly string[]>>
  for (const text of textsIn(template.input)) {
    const binding = bindingOf(text)
    if (binding === undefined) continue
    expect(table[binding.resource], text).toContain(binding.field)
    if (binding.resource === 'fresh') continue
    expect(['root', ...template.resources]).toContain(binding.resource)
    expect(binding.as, text).toBe('number')
  }
})

test.each(rows)('%s: every reference has an unknown id, and an answer', (operation, template) => {
  for (const { unknown, refusal } of Object.values(template.references ?? {})) {
    expect(profile.unknown[unknown]).toMatch(/^\d+$/u)
    const { errors } = operationOf(contract, operation)
    const answers = answersTo(refusals, refusal, operation) ?? []
    const known = [...errors, ...refusals.common]
    expect(answers.some(({ code }) => known.includes(code))).toBe(true)
  }
})

test.each(rows)('%s: what it yields is in its answer', (operation, { yields }) => {
  const { output } = operationOf(contract, operation)
  for (const pointer of yields) expect(Object.keys(membersOf(output))).toContain(pointer.slice(1))
})

test('what lists or gets reads; everything else writes', () => {
  for (const [operation, { writes }] of rows)
    expect(writes, operation).toBe(!/^(?:List|Get)/u.test(operation))
})
