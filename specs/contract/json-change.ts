import { isObject, type Json, type JsonObject } from './json.ts'

/** Makes another value of the one that was found; undefined where nothing was, or nothing is to be there any more. */
type Change = (found: Json | undefined) => Json | undefined

/** The value with the change made where the steps lead; undefined when the value itself is removed. */
export function changeAt(value: Json, steps: readonly string[], change: Change): Json | undefined {
  const [step, ...rest] = steps
  if (step === undefined) return change(value)
  const child = childOf(value, step)
  const changed = child === undefined ? change(undefined) : changeAt(child, rest, change)
  return withChild(value, step, changed)
}

const childOf = (value: Json, step: string): Json | undefined => {
  if (isObject(value)) return Object.hasOwn(value, step) ? value[step] : undefined
  return Array.isArray(value) ? (value as readonly Json[])[Number(step)] : undefined
}

const withChild = (value: Json, step: string, child: Json | undefined): Json => {
  if (Array.isArray(value)) {
    const list = value as readonly Json[]
    return list.flatMap((item, at) => (at === Number(step) ? (child ?? []) : item))
  }
  const { [step]: _removed, ...others } = value as JsonObject
  // a member that is replaced keeps its place
  return child === undefined ? others : { ...(value as JsonObject), [step]: child }
}

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
