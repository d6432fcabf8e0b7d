import { isObject, type Json } from '../../specs/contract/json.ts'

/** The way to a value: keys and indices. */
export type Path = readonly string[]

/** The ways to all values below one, in the order in which they stand; of a list only the first item. */
export function pathsIn(value: Json): readonly Path[] {
  const entries = Array.isArray(value)
    ? Object.entries(value.slice(0, 1))
    : Object.entries(isObject(value) ? value : {})
  return entries.flatMap(([key, inner]) => [
    [key],
    ...pathsIn(inner as Json).map((path) => [key, ...path]),
  ])
}

/** The value at the end of a way. */
export function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) => (inner as Readonly<Record<string, Json>> | undefined)?.[key],
    value,
  )
}

/** A copy in which the value at the end of a way is another; undefined takes it out. */
export function changed<T extends Json>(value: T, path: Path, other: Json | undefined): T {
  const copy = JSON.parse(JSON.stringify(value)) as T
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string, Json> | undefined
  const key = path.at(-1) ?? ''
  if (parent === undefined) return copy
  if (other === undefined) delete parent[key]
  else parent[key] = other
  return copy
}
