/**
 * A value as text in one order, of members as of lists: no document states the order of a list, also of one within an
 * entry. What holds the same is the same text.
 */
export function inOneOrder(value: unknown): string {
  return JSON.stringify(ordered(value))
}

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOneOrder).toSorted()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, ordered(part)]),
  )
}
