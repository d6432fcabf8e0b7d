import { pointerStep } from '../../specs/contract/json-pointer.ts'
import { isObject, type Json } from '../../specs/contract/json.ts'

/**
 * The value without those of its members that are null and named by one of these pointers. An entry of a list stays:
 * a member without a value is no member, but a list without one of its entries is another list.
 */
export function withoutNullsAt(value: Json, pointers: ReadonlySet<string>, at = ''): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((entry, index) =>
      withoutNullsAt(entry, pointers, `${at}${pointerStep(index)}`),
    )
  }
  if (!isObject(value)) return value
  const kept = Object.entries(value).flatMap(([name, part]) => {
    const pointer = `${at}${pointerStep(name)}`
    const isNothing = part === null && pointers.has(pointer)
    return isNothing ? [] : [[name, withoutNullsAt(part, pointers, pointer)] as const]
  })
  return Object.fromEntries(kept)
}
