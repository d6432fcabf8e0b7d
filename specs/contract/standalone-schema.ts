import type { JsonObject } from './json.ts'

/**
 * A part of a contract's OpenAPI document that a validator can compile alone: its local references (`#/…`)
 * are made absolute to the uri under which the whole document was added.
 */
export function standaloneSchema(part: JsonObject, documentUri: string): JsonObject {
  return JSON.parse(JSON.stringify(part), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#')
      ? `${documentUri}${value}`
      : value,
  ) as JsonObject
}
