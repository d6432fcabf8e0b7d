import type { KeywordDefinition } from 'ajv'

import type { JsonObject } from '../../contract/json.ts'

/**
 * The words of policies that are inherited, as keywords for their grammars: each stands for the schema of an object
 * that may also say, beside its members, which operators the policies below may use.
 */

const control = '@@operators_allowed_for_child_policies'

const operators: JsonObject = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { enum: ['@@all', '@@none', '@@assign', '@@append', '@@remove'] },
  // none of them is no company for another
  anyOf: [{ maxItems: 1 }, { items: { not: { const: '@@none' } } }],
}

const membersOf = (members: JsonObject): JsonObject => ({
  type: 'object',
  properties: { ...members, [control]: operators },
  additionalProperties: false,
})

/** At the top of a document the operators that set values may stand idle, with anything but an object. */
const documentOf = (members: JsonObject): JsonObject => ({
  ...membersOf(members),
  required: Object.keys(members),
  patternProperties: { '^@@(assign|append|remove)$': { not: { type: 'object' } } },
})

interface Entries {
  readonly names: JsonObject
  readonly of: JsonObject
}

const entriesOf = ({ names, of }: Entries): JsonObject => ({
  type: 'object',
  properties: { [control]: operators },
  propertyNames: { anyOf: [{ const: control }, names] },
  additionalProperties: of,
})

const listOf = (entries: JsonObject): JsonObject => {
  const list = { type: 'array', ...entries }
  return membersOf({ '@@assign': list, '@@append': list, '@@remove': list })
}

const valueOf = (value: JsonObject): JsonObject => membersOf({ '@@assign': value })

/** Some of the members are there, and set to values that fit. */
const assigned = (members: JsonObject): JsonObject => ({
  required: Object.keys(members),
  properties: Object.fromEntries(
    Object.entries(members).map(([name, value]) => [
      name,
      { required: ['@@assign'], properties: { '@@assign': value } },
    ]),
  ),
})

const word = (keyword: string, macro: (schema: never) => JsonObject): KeywordDefinition => ({
  keyword,
  schemaType: 'object',
  macro: macro as (schema: object) => JsonObject,
})

/** `document`, `members`, `entries`, `value`, `list` and `assigned`, for the schemas of inherited policies. */
export const inheritanceWords: readonly KeywordDefinition[] = [
  word('document', documentOf),
  word('members', membersOf),
  word('entries', entriesOf),
  word('value', valueOf),
  word('list', listOf),
  word('assigned', assigned),
]
