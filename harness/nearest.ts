/** A hint that names the known words nearest to an unknown one; undefined when none is near. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const near = nearest(word, known, 3)
  return near.length === 0 ? undefined : `did you mean ${near.join(' or ')}?`
}

/** Nobody slips in a longer word, and comparing takes the square of its length. */
const longest = 160

/**
 * The known words nearest to `word`, best first, at most `most`; two slips are near, or two letters in five. To a word
 * of more than 160 characters none is.
 */
export function nearest(word: string, known: Iterable<string>, most: number): readonly string[] {
  if (word.length > longest) return []
  const allowed = Math.max(2, word.length * 0.4)
  return [...known]
    .filter((candidate) => Math.abs(candidate.length - word.length) <= allowed)
    .map((candidate) => ({ candidate, distance: distanceOf(word, candidate) }))
    .filter(({ distance }) => distance <= allowed)
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** Levenshtein's distance: insertions, deletions and substitutions, without regard to case. */
const distanceOf = (one: string, other: string): number => {
  const [from, to] = [one.toLowerCase(), other.toLowerCase()]
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
