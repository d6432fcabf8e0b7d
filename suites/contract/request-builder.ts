import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { once, onceEach } from '../../specs/contract/once.ts'
import { bindingOf, type RequestTemplate } from '../../specs/vendor/request-template.ts'
import type { InputField } from './input-field.ts'
import { changed, valueAt } from './json-path.ts'
import type { Prerequisites } from './prerequisites.ts'
import type { NamedValues } from './random-values.ts'
import { valueFor } from './values.ts'

/**
 * A faulty request shows something only beside a valid one that differs from it in nothing else. So all inputs of an
 * operation are built here, from one set of prerequisites, and the same path has the same value in each of them.
 */
export interface RequestBuilder {
  readonly prerequisites: Prerequisites
  /** what a request may be given beside that, by the request's key */
  readonly random: NamedValues
  /** what the contract or the template requires, and nothing else */
  readonly minimal: () => Promise<JsonObject>
  /** the same, with a path filled, and whatever leads there */
  readonly with: (field: InputField) => Promise<JsonObject>
}

/** What a builder is made of. */
export interface RequestBuilderParts {
  readonly fields: readonly InputField[]
  readonly template: RequestTemplate
  readonly prerequisites: Prerequisites
  readonly random: NamedValues
}

/** A builder of inputs; nothing is created yet. */
export function requestBuilder(parts: RequestBuilderParts): RequestBuilder {
  const { fields, template, prerequisites, random } = parts
  const bound = onceEach((name: string) => bind(template.input[name] ?? null, prerequisites))
  const valueOf = async (field: InputField): Promise<Json> => {
    const [top = ''] = field.path
    const given =
      template.input[top] === undefined
        ? undefined
        : valueAt({ [top]: await bound(top) }, field.path)
    if (given !== undefined) return given
    const members: Record<string, Json> = {}
    for (const child of childrenOf(fields, field).filter(({ kept }) => kept)) {
      members[child.path.at(-1) ?? ''] = await valueOf(child)
    }
    return valueFor(field, random(field.pointer), members)
  }
  const minimal = once(async () => {
    const input: Record<string, Json> = {}
    for (const field of fields.filter(({ parent, kept }) => parent === undefined && kept)) {
      input[field.path[0] ?? ''] = await valueOf(field)
    }
    return input
  })
  const filled = onceEach(async (pointer: string): Promise<JsonObject> => {
    const field = fields.find((one) => one.pointer === pointer)
    if (field === undefined) throw new Error(`the contract has no ${pointer}`)
    const base = field.parent === undefined ? await minimal() : await filled(field.parent.pointer)
    if (valueAt(base, field.path) !== undefined) return base
    return changed(roomFor(fields, field, base), field.path, await valueOf(field))
  })
  return {
    prerequisites,
    random,
    minimal,
    with: (field) => filled(field.pointer),
  }
}

/** Whether a structure requires none of its members: one of them at a time is sent. */
export function isChoice(fields: readonly InputField[], field: InputField): boolean {
  const children = childrenOf(fields, field)
  return isObject(field.schema['properties']) && children.every(({ required }) => !required)
}

const childrenOf = (fields: readonly InputField[], parent: InputField): readonly InputField[] =>
  fields.filter((field) => field.parent === parent)

const roomFor = (
  fields: readonly InputField[],
  { parent }: InputField,
  base: JsonObject,
): JsonObject =>
  parent !== undefined && isChoice(fields, parent) ? changed(base, parent.path, {}) : base

const bind = async (value: Json, prerequisites: Prerequisites): Promise<Json> => {
  if (typeof value === 'string') {
    const binding = bindingOf(value)
    if (binding === undefined) return value
    const bound = await prerequisites.field(binding.resource, binding.field)
    return binding.as === 'number' ? Number(bound) : bound
  }
  if (Array.isArray(value)) {
    return Promise.all((value as readonly Json[]).map((entry) => bind(entry, prerequisites)))
  }
  if (!isObject(value)) return value
  const members: Record<string, Json> = {}
  for (const [name, member] of Object.entries(value))
    members[name] = await bind(member, prerequisites)
  return members
}
