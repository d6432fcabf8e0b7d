/** A copy of a map with one entry more, or another value under the key (its place stays). */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value)
}

/** A copy of a map without some keys; the map itself when it has none of them. */
export function withoutKeys<K, V>(
  map: ReadonlyMap<K, V>,
  ...keys: readonly K[]
): ReadonlyMap<K, V> {
  if (!keys.some((key) => map.has(key))) return map
  const rest = new Map(map)
  for (const key of keys) rest.delete(key)
  return rest
}
