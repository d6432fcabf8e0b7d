import { isObject, type Json, type JsonObject } from './json.ts'

/**
 * The schema of an answer as answers are judged: a value that is not listed may be a newer one, and null stands for a
 * member that is absent, where it may be.
 */
export function answerSchema(schema: JsonObject): JsonObject {
  return openList(
    Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) => [keyword, inside(schema, keyword, value)]),
    ),
  )
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

const nullable = (schema: JsonObject): JsonObject => {
  const { $ref: reference, anyOf: alternatives, type, ...rest } = schema
  if (reference !== undefined) return { anyOf: [{ $ref: reference }, nothing], ...rest }
  if (Array.isArray(alternatives)) return { ...schema, anyOf: [...alternatives, nothing] }
  const types = Array.isArray(type) ? (type as readonly Json[]) : [type ?? null]
  return { ...schema, type: [...new Set([...types, 'null'])] }
}

const nothing: JsonObject = { type: 'null' }
