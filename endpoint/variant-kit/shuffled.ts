import type { Random } from '../../specs/vendor/new-id.ts'

/** The entries of a list in an order that is drawn. */
export function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((entry) => ({ entry, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ entry }) => entry)
}
