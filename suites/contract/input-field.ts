import type { Contract, Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { resolved } from '../../specs/contract/resolve-reference.ts'
import type { RequestTemplate } from '../../specs/vendor/request-template.ts'
import { pointerTo, type JsonPath } from './json-path.ts'

/** A path in the input of an operation, with what the contract says of it. */
export interface InputField {
  readonly path: JsonPath
  readonly pointer: string
  /** resolved: what a reference leads to, joined with what stands beside it */
  readonly schema: JsonObject
  /** the contract wants it wherever its parent is */
  readonly required: boolean
  /** whether requiring it rests on soft evidence alone */
  readonly softlyRequired: boolean
  /** it comes with its parent: required, an entry of a list, or the first member where none is required */
  readonly kept: boolean
  readonly parent?: InputField
  /** the reference it was resolved from */
  readonly from?: string
  /** carries the token of a page: its values are the endpoint's to make */
  readonly token: boolean
}

/**
 * Every path in the input of an operation, parents first. Structures that hold themselves end there. A template
 * may need members that the contract calls optional, or exclude some.
 */
export function inputFieldsOf(
  contract: Contract,
  operation: Operation,
  { needed = [], excluded = [] }: Pick<RequestTemplate, 'needed' | 'excluded'> = {},
): readonly InputField[] {
  const walk: Walk = { contract, token: operation.pagination?.token, needed }
  const fields = membersOf(walk, { schema: operation.input, path: [] })
  return fields.filter(({ path }) => !excluded.includes(path[0] ?? ''))
}

interface Walk {
  readonly contract: Contract
  readonly token: string | undefined
  readonly needed: readonly string[]
}

interface Holder {
  readonly schema: JsonObject
  readonly path: JsonPath
  readonly field?: InputField
}

const membersOf = (walk: Walk, holder: Holder): readonly InputField[] => {
  const { properties } = holder.schema
  if (!isObject(properties)) return []
  const required = strings(holder.schema['required'])
  const names = Object.keys(properties)
  const nested = holder.field !== undefined
  return names.flatMap((name, index) => {
    const first = nested && required.length === 0 && index === 0
    const stated = required.includes(name)
    return fieldAndBelow(walk, holder, {
      step: name,
      schema: properties[name],
      required: stated,
      softlyRequired: strings(holder.schema['x-soft-required']).includes(name),
      kept: stated || first || (!nested && walk.needed.includes(name)),
    })
  })
}

interface Found {
  readonly step: string
  readonly schema: Json | undefined
  readonly required: boolean
  readonly softlyRequired: boolean
  readonly kept: boolean
}

const fieldAndBelow = (walk: Walk, holder: Holder, found: Found): readonly InputField[] => {
  if (!isObject(found.schema) || recurs(holder.field, found.schema)) return []
  const path = [...holder.path, found.step]
  const schema = resolved(walk.contract.openapi, found.schema)
  const from = found.schema['$ref']
  const field: InputField = {
    path,
    pointer: pointerTo(path),
    schema,
    ...(typeof from === 'string' && { from }),
    required: found.required,
    softlyRequired: found.softlyRequired,
    kept: found.kept,
    token: holder.field === undefined && found.step === walk.token,
    ...(holder.field !== undefined && { parent: holder.field }),
  }
  const below: Holder = { schema, path, field }
  return [field, ...membersOf(walk, below), ...entriesOf(walk, below)]
}

const entriesOf = (walk: Walk, holder: Holder): readonly InputField[] => {
  const { items } = holder.schema
  if (items === undefined) return []
  const entry = { step: '0', schema: items, required: false, softlyRequired: false, kept: true }
  return fieldAndBelow(walk, holder, entry)
}

const recurs = (field: InputField | undefined, schema: JsonObject): boolean => {
  if (field === undefined || schema['$ref'] === undefined) return false
  return field.from === schema['$ref'] || recurs(field.parent, schema)
}

const strings = (json: Json | undefined): readonly string[] =>
  Array.isArray(json) ? (json as readonly string[]) : []
