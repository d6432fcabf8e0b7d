import { isObject, type Json, type JsonObject } from '../contract/json.ts'

/** How a value travels where there are only texts: in a path, a query, a header. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const typesOf = (schema: Json | undefined): readonly Json[] => {
  const type = isObject(schema) ? schema['type'] : undefined
  return Array.isArray(type) ? type : [type ?? 'string']
}

/** Whether a member repeats in a query, once for each entry. */
export function isRepeated(schema: Json | undefined): boolean {
  return typesOf(schema).includes('array')
}

const single = (text: string, schema: Json | undefined): Json => {
  const types = typesOf(schema)
  const numeric = types.includes('integer') || types.includes('number')
  if (numeric && /^-?\d+(?:\.\d+)?$/u.test(text)) return Number(text)
  // some clients spell booleans as their language does
  if (types.includes('boolean') && /^(?:true|false)$/iu.test(text)) return /^t/iu.test(text)
  return text
}

/**
 * What a text means to a schema. A text that is no number where one is asked stays a text: the contract's
 * check then says what is wrong with it.
 */
export function meaningOf(texts: readonly string[], schema: JsonObject | undefined): Json {
  if (isRepeated(schema)) {
    const items = isObject(schema?.['items']) ? schema['items'] : undefined
    return texts.map((text) => single(text, items))
  }
  const [only = '', ...more] = texts
  return more.length > 0 ? [...texts] : single(only, schema)
}
