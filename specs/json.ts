/** Any value JSON can carry (RFC 8259 section 3). */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** A JSON object (RFC 8259 section 4). */
export interface JsonObject {
  readonly [member: string]: Json
}

/** Whether a value is a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
