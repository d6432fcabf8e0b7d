import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'

/** Steps from the root of an input to one path: member names, and `0` for the first entry of a list. */
export type JsonPath = readonly string[]

/** The JSON pointer of a path (RFC 6901); member names of these contracts need no escape. */
export function pointerTo(path: JsonPath): string {
  return path.map((step) => `/${step}`).join('')
}

/** The value at a path; undefined when nothing is there. */
export function valueAt(input: Json, path: JsonPath): Json | undefined {
  return path.reduce<Json | undefined>(childOf, input)
}

/** The input with the value at a path replaced, added, or (undefined) taken away. What leads there must exist. */
export function withValue(input: Json, path: JsonPath, value: Json | undefined): Json | undefined {
  const [step, ...rest] = path
  if (step === undefined) return value
  const child = rest.length === 0 ? value : withValue(childOf(input, step) ?? {}, rest, value)
  if (Array.isArray(input)) return withEntry(input as readonly Json[], Number(step), child)
  if (!isObject(input)) throw new Error(`nothing can be put at ${step} of ${JSON.stringify(input)}`)
  const { [step]: _replaced, ...others } = input
  return child === undefined ? others : { ...others, [step]: child }
}

/** An input after a change that leaves it an object. Throws when the change was to the whole. */
export function changed(input: JsonObject, path: JsonPath, value: Json | undefined): JsonObject {
  const result = withValue(input, path, value)
  if (!isObject(result)) throw new Error(`a change at ${pointerTo(path)} left no object`)
  return result
}

const childOf = (value: Json | undefined, step: string): Json | undefined => {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(step)]
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

const withEntry = (list: readonly Json[], at: number, entry: Json | undefined): Json => {
  const before = list.slice(0, at)
  const after = list.slice(at + 1)
  return entry === undefined ? [...before, ...after] : [...before, entry, ...after]
}
