import { isObject, type Json } from '../contract/json.ts'

/**
 * One policy document laid over what is inherited from above. A member whose value has operators is
 * set (`@@assign`), extended (`@@append`) or thinned out (`@@remove`); every other member is merged
 * in depth, and a plain value replaces. Operators that limit what lower levels may do are not
 * followed.
 */
export function inherit(above: Json | undefined, document: Json): Json {
  if (!isObject(document)) return document
  const operators = Object.entries(document).filter(([key]) => key.startsWith('@@'))
  const members = Object.entries(document).filter(([key]) => !key.startsWith('@@'))
  const set = operators.reduce<Json | undefined>(operate, above)
  if (members.length === 0 && set !== undefined) return set
  const merged = new Map(Object.entries(isObject(set) ? set : {}))
  for (const [key, value] of members) merged.set(key, inherit(merged.get(key), value))
  return Object.fromEntries(merged)
}

const operate = (
  value: Json | undefined,
  [operator, operand]: readonly [string, Json],
): Json | undefined => {
  if (operator === '@@assign') return operand
  if (operator === '@@append') {
    const present = listOf(value)
    return [...present, ...listOf(operand).filter((item) => !includes(present, item))]
  }
  if (operator === '@@remove') {
    const gone = listOf(operand)
    return listOf(value).filter((item) => !includes(gone, item))
  }
  return value
}

const listOf = (value: Json | undefined): readonly Json[] => {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

const includes = (list: readonly Json[], item: Json): boolean =>
  list.some((entry) => JSON.stringify(entry) === JSON.stringify(item))
