import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import type { Variant } from '../variant.ts'

/** Answers the operations with something else than they usually say. */
export function telling(
  operations: readonly string[],
  instead: (output: JsonObject) => JsonObject,
): NonNullable<Variant['alter']> {
  return ({ write }) => ({
    write: (output, heard) => {
      const written = write(output, heard)
      return operations.includes(heard.operation) ? instead(written) : written
    },
  })
}

/** The same value with every object in it changed, at any depth. */
export function eachObject(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((item: Json) => eachObject(item, change))
  if (!isObject(value)) return value
  const parts = Object.entries(value).map(([name, part]) => [name, eachObject(part, change)])
  return change(Object.fromEntries(parts) as JsonObject)
}

/** The body of an answer as JSON. */
export function bodyOf({ body }: { readonly body: string }): unknown {
  return JSON.parse(body)
}
