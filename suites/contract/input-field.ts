import type { Contract, Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { resolved } from '../../specs/contract/resolve-reference.ts'
import type { RequestTemplate } from '../../specs/vendor/request-template.ts'
import { pointerTo, type JsonPath } from './json-path.ts'

/**
 * Every check of an input asks about one path in it: that it may be filled, or that it must not be filled so. The contract
 * nests schemas and references; here they are one flat list, each path with all that is known of it.
 */
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
  const search: Search = { contract, token: operation.pagination?.token, needed }
  const fields = membersOf(search, { schema: operation.input, path: [] })
  return fields.filter(({ path }) => !excluded.includes(path[0] ?? ''))
}

interface Search {
  readonly contract: Contract
  readonly token: string | undefined
  readonly needed: readonly string[]
}

/** A structure or a list, and where it stands; without a field it is the input itself. */
interface Container {
  readonly schema: JsonObject
  readonly path: JsonPath
  readonly field?: InputField
}

const membersOf = (search: Search, container: Container): readonly InputField[] => {
  const { properties } = container.schema
  if (!isObject(properties)) return []
  const required = strings(container.schema['required'])
  const names = Object.keys(properties)
  const nested = container.field !== undefined
  return names.flatMap((name, index) => {
    const first = nested && required.length === 0 && index === 0
    const stated = required.includes(name)
    return fieldAndBelow(search, container, {
      step: name,
      schema: properties[name],
      required: stated,
      softlyRequired: strings(container.schema['x-soft-required']).includes(name),
      kept: stated || first || (!nested && search.needed.includes(name)),
    })
  })
}

/** What a container states of something in it. */
interface Member {
  readonly step: string
  readonly schema: Json | undefined
  readonly required: boolean
  readonly softlyRequired: boolean
  readonly kept: boolean
}

const fieldAndBelow = (
  search: Search,
  container: Container,
  member: Member,
): readonly InputField[] => {
  if (!isObject(member.schema) || recurs(container.field, member.schema)) return []
  const path = [...container.path, member.step]
  const schema = resolved(search.contract.openapi, member.schema)
  const from = member.schema['$ref']
  const field: InputField = {
    path,
    pointer: pointerTo(path),
    schema,
    ...(typeof from === 'string' && { from }),
    required: member.required,
    softlyRequired: member.softlyRequired,
    kept: member.kept,
    token: container.field === undefined && member.step === search.token,
    ...(container.field !== undefined && { parent: container.field }),
  }
  const below: Container = { schema, path, field }
  return [field, ...membersOf(search, below), ...entriesOf(search, below)]
}

const entriesOf = (search: Search, container: Container): readonly InputField[] => {
  const { items } = container.schema
  if (items === undefined) return []
  const entry = { step: '0', schema: items, required: false, softlyRequired: false, kept: true }
  return fieldAndBelow(search, container, entry)
}

const recurs = (field: InputField | undefined, schema: JsonObject): boolean => {
  if (field === undefined || schema['$ref'] === undefined) return false
  return field.from === schema['$ref'] || recurs(field.parent, schema)
}

const strings = (json: Json | undefined): readonly string[] =>
  Array.isArray(json) ? (json as readonly string[]) : []
