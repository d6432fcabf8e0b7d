import { isObject, type Json, type JsonObject } from './json.ts'
import { resolved } from './resolve-reference.ts'

/**
 * The part of a document with the keywords that are evidence for `should` only (`x-soft`, `x-soft-required`) taken out
 * of the way of validators: they stand in the annotation `x-should`, with their values.
 */
export function withoutSoft(openapi: JsonObject, part: JsonObject): JsonObject {
  return soften(openapi, part) as JsonObject
}

const soften = (openapi: JsonObject, part: Json): Json => {
  if (Array.isArray(part)) return (part as readonly Json[]).map((each) => soften(openapi, each))
  if (!isObject(part)) return part
  return Object.fromEntries(
    Object.entries(hardOf(openapi, part)).map(([name, value]) => [name, soften(openapi, value)]),
  )
}

const hardOf = (openapi: JsonObject, schema: JsonObject): JsonObject => {
  if (schema['x-soft'] === undefined && schema['x-soft-required'] === undefined) return schema
  const soft = textsOf(schema['x-soft'])
  const softlyRequired = textsOf(schema['x-soft-required'])
  // a soft keyword may stand in what is referred to, which is hard for others
  const whole = soft.every((keyword) => keyword in schema) ? schema : resolved(openapi, schema)
  const { 'x-soft': _soft, 'x-soft-required': _softlyRequired, required, ...rest } = whole
  const listed = textsOf(required)
  const should = soft.includes('required') ? listed : softlyRequired
  const must = listed.filter((name) => !should.includes(name))
  const [kept, moved] = [false, true].map((isSoft) =>
    Object.fromEntries(
      Object.entries(rest).filter(([keyword]) => soft.includes(keyword) === isSoft),
    ),
  )
  return {
    ...kept,
    ...(must.length > 0 && { required: must }),
    'x-should': { ...moved, ...(should.length > 0 && { required: should }) },
  }
}

const textsOf = (list: Json | undefined): readonly string[] =>
  Array.isArray(list) ? (list as readonly string[]) : []
