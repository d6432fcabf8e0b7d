/** A path as it travels, without and with its query; the query is empty where there is none. */
export function splitQuery(path: string): readonly [path: string, query: string] {
  const [before = '', ...query] = path.split('?')
  return [before, query.join('?')]
}

/** The names and values of a query as they travel, escapes and all; what stands behind the first `=` is the value. */
export function queryPairs(query: string): readonly (readonly [name: string, value: string])[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=')
      return [name, rest.join('=')] as const
    })
}

/** A query in the order of signatures: by name, then by value, character by character. */
export function sortedPairs(
  pairs: readonly (readonly [name: string, value: string])[],
): readonly (readonly [name: string, value: string])[] {
  return pairs.toSorted(([a, x], [b, y]) => inOrder(a, b) || inOrder(x, y))
}

const inOrder = (one: string, other: string): number => {
  if (one === other) return 0
  return one < other ? -1 : 1
}
