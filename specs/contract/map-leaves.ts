/** The same value with other leaves, at any depth: what is no list, no map and no object is one. */
export function mapLeaves<T>(value: T, change: (leaf: unknown) => unknown): T {
  return mapped(value, change) as T
}

const mapped = (value: unknown, change: (leaf: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((one: unknown) => mapped(one, change))
  if (value instanceof Map) {
    return new Map([...value].map(([key, one]) => [key, mapped(one, change)] as const))
  }
  if (typeof value !== 'object' || value === null) return change(value)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapped(one, change)]))
}
