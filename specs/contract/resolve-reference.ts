import { pointerSteps } from './json-pointer.ts'
import { isObject, type Json, type JsonObject } from './json.ts'

/**
 * The object itself, or the one its `$ref` names in `root` (JSON pointer in a fragment, RFC 6901); members
 * beside the `$ref` are kept and win. Nested references stay. Throws when nothing is there.
 */
export function resolved(root: JsonObject, object: JsonObject): JsonObject {
  const { $ref: reference, ...beside } = object
  if (typeof reference !== 'string') return object
  const found = pointed(root, reference)
  if (!isObject(found)) throw new Error(`OpenAPI has no object at ${reference}`)
  return { ...resolved(root, found), ...beside }
}

const pointed = (root: JsonObject, reference: string): Json | undefined => {
  const steps = pointerSteps(reference)
  return steps.reduce<Json | undefined>((at, step) => (isObject(at) ? at[step] : undefined), root)
}
