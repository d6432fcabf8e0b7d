/** Something that is asked, and how much there is to ask of it beside the others. */
export interface Weighed {
  readonly weight: number
}

/**
 * Parts of a run that go on side by side: at most so many, each with about as much to ask. The heaviest are dealt out
 * first, each to whoever has least (Graham 1969, longest processing time first).
 */
export function sideBySide<T extends Weighed>(
  all: readonly T[],
  most: number,
): readonly (readonly T[])[] {
  const parts = Array.from({ length: Math.min(most, all.length) }, () => ({
    weight: 0,
    has: [] as T[],
  }))
  for (const one of all.toSorted((a, b) => b.weight - a.weight)) {
    const [least] = parts.toSorted((a, b) => a.weight - b.weight)
    least?.has.push(one)
    if (least !== undefined) least.weight += one.weight
  }
  return parts.map(({ has }) => all.filter((one) => has.includes(one)))
}
