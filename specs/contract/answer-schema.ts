import { isObject, type Json, type JsonObject } from './json.ts'

/**
 * The schema of an answer as answers are judged: a value that is not listed may be a newer one, and null stands for a
 * member that is absent, where it may be. An entry of a list is null only where the document says so.
 */
export function answerSchema(schema: JsonObject): JsonObject {
  return openList(
    Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) => [keyword, inside(schema, keyword, value)]),
    ),
  )
}

/** Whether a schema describes any member. An answer of which none is described holds nothing, and null holds nothing, too. */
export function describesMembers({ properties }: JsonObject): boolean {
  return isObject(properties) && Object.keys(properties).length > 0
}

/** The schema, or null. */
export function nullable(schema: JsonObject): JsonObject {
  const { $ref: reference, anyOf: alternatives, type, ...rest } = schema
  if (reference !== undefined) return { anyOf: [{ $ref: reference }, nothing], ...rest }
  if (Array.isArray(alternatives)) return { ...schema, anyOf: [...alternatives, nothing] }
  // whatever has no type may be null already
  if (type === undefined) return schema
  const types = Array.isArray(type) ? (type as readonly Json[]) : [type]
  return { ...schema, type: [...new Set([...types, 'null'])] }
}

const inside = (schema: JsonObject, keyword: string, value: Json): Json => {
  if (keyword === 'properties' && isObject(value)) return members(value, schema['required'])
  if (keyword === 'items' && isObject(value)) return answerSchema(value)
  if (keyword === 'anyOf') return (value as readonly JsonObject[]).map(alternative)
  return value
}

const members = (properties: JsonObject, required: Json | undefined): JsonObject => {
  const demanded = Array.isArray(required) ? (required as readonly Json[]) : []
  const entries = Object.entries(properties as Readonly<Record<string, JsonObject>>)
  return Object.fromEntries(
    entries.map(([name, member]) => {
      const schema = answerSchema(member)
      return [name, demanded.includes(name) ? schema : nullable(schema)]
    }),
  )
}

/** A list among alternatives stands beside what is open already. */
const alternative = (schema: JsonObject): JsonObject =>
  schema['enum'] === undefined ? answerSchema(schema) : schema

/** Values that are known, beside any of their type. */
const openList = (schema: JsonObject): JsonObject => {
  const { type = 'string', enum: known, ...rest } = schema
  if (known === undefined) return schema
  return { anyOf: [{ type, enum: known }, { type }], ...rest }
}

const nothing: JsonObject = { type: 'null' }
