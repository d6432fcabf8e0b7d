import * as fc from 'fast-check'

/** Numbers from 0 up to, not including, 1: the same for the same seed. */
export function randomFrom(seed: number): () => number {
  const [numbers] = fc.sample(fc.infiniteStream(fc.nat({ max: 2 ** 31 - 1 })), { seed, numRuns: 1 })
  return () => Number(numbers?.next().value ?? 0) / 2 ** 31
}

/** Some of a list, each as likely as any other; the list itself where it has no more. */
export function drawn<T>(list: readonly T[], count: number, random: () => number): readonly T[] {
  if (list.length <= count) return list
  const rest = [...list]
  return Array.from({ length: count }, () =>
    rest.splice(Math.floor(random() * rest.length), 1),
  ).flat()
}
