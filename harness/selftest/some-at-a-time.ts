/** Does some work for each of a list, so many at a time; what it comes to, in the order of the list. Rejects with the first that does. */
export async function someAtATime<T, R>(
  all: readonly T[],
  most: number,
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> {
  const done = new Map<number, R>()
  const remaining = all.entries()
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (const [index, one] of remaining) done.set(index, await work(one))
    }),
  )
  return all.flatMap((_, index) => (done.has(index) ? [done.get(index) as R] : []))
}
