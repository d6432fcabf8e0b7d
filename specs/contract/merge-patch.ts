import { isObject, type Json, type JsonObject } from './json.ts'

/** Merges a patch into an object (RFC 7396): `null` removes a member, lists are replaced whole. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged = new Map<string, Json>(Object.entries(target))
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name)
    else merged.set(name, isObject(value) ? mergePatch(objectOf(merged.get(name)), value) : value)
  }
  return Object.fromEntries(merged)
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
