import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { below } from './compare-answer.ts'
import { anchorOf } from './compare-entries.ts'

/** What two answers have in common: what they differ in is left out. */
export interface Certain {
  readonly value: JsonObject
  /** the lists that may have other entries besides, by the names of their members joined by dots */
  readonly openLists: ReadonlySet<string>
}

/** What an answer says whichever of two it is. */
export function certainOf(one: JsonObject, other: JsonObject): Certain {
  const openLists = new Set<string>()
  return { value: inObjects([one, other], '', openLists), openLists }
}

/** Undefined where nothing is common. */
const inBoth = (
  [one, other]: readonly [Json, Json],
  member: string,
  open: Set<string>,
): Json | undefined => {
  if (isList(one) && isList(other)) return inLists([one, other], member, open)
  if (isObject(one) && isObject(other)) return inObjects([one, other], member, open)
  return one === other ? one : undefined
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const inObjects = (
  [one, other]: readonly [JsonObject, JsonObject],
  member: string,
  open: Set<string>,
): JsonObject =>
  Object.fromEntries(
    Object.entries(one).flatMap(([name, value]) => {
      const beside = other[name]
      if (beside === undefined) return []
      const common = inBoth([value, beside], below(member, name), open)
      return common === undefined ? [] : [[name, common] as const]
    }),
  )

/** The entries of the same name in both. */
const inLists = (
  [one, other]: readonly [readonly Json[], readonly Json[]],
  member: string,
  open: Set<string>,
): readonly Json[] => {
  const left = [...other]
  const common = one.flatMap((entry) => {
    const index = left.findIndex((beside) => anchorOf(beside) === anchorOf(entry))
    const [beside] = index < 0 ? [] : left.splice(index, 1)
    const both = beside === undefined ? undefined : inBoth([entry, beside], member, open)
    return both === undefined ? [] : [both]
  })
  if (common.length < one.length || left.length > 0) open.add(member)
  return common
}
