/** Makes something at the first call; every later one gets the same, also where it failed. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  const made = onceEach<undefined, T>(make)
  return () => made(undefined)
}

/** The same for each key of its own. */
export function onceEach<K, T>(make: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const made = new Map<K, Promise<T>>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
