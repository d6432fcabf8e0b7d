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

/** What a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** Whether a text is JSON. */
export function isJsonText(text: string): boolean {
  return jsonIn(text) !== undefined
}

/** Every text and number in a value, at any depth, as texts; names of members are not among them. */
export function scalarsIn(value: Json): readonly string[] {
  const found: string[] = []
  const waiting: Json[] = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string' || typeof next === 'number') found.push(String(next))
    else if (typeof next === 'object' && next !== null) waiting.push(...Object.values(next))
  }
  return found
}
