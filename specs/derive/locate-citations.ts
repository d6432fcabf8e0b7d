import { createHash } from 'node:crypto'

import type { CitationFinding } from './citation-finding.ts'
import { citationHash, normalise } from './citation.ts'
import type { PlacedCitation } from './collect-citations.ts'

/** A citation whose text was found, with its first line now. */
interface Located {
  readonly placed: PlacedCitation
  readonly at: number
}

/**
 * Looks for the text of each citation by its hash. A text that stands in several places is taken where the
 * citations around it moved to. What is not found is placed between its nearest located neighbours.
 */
export function locateCitations(
  citations: readonly PlacedCitation[],
  lines: readonly string[],
): readonly CitationFinding[] {
  if (citations.every((placed) => hashOf(lines, placed) === placed.citation.sha256)) {
    return citations.map((placed) => standing(placed, fromOf(placed)))
  }
  const search = searchByHash(lines)
  const searched = citations.map((placed) => ({ placed, found: search(placed) }))
  const anchors = searched
    .flatMap(({ placed, found }) => located(placed, found.length === 1 ? found[0] : undefined))
    .toSorted((a, b) => fromOf(a.placed) - fromOf(b.placed))
  const all = searched.flatMap(({ placed, found }) =>
    located(placed, nearest(found, fromOf(placed) + shiftBefore(anchors, placed))),
  )
  const places = new Map(all.map(({ placed, at }) => [placed, at] as const))
  return citations.map((placed) => {
    const at = places.get(placed)
    return at === undefined ? missing(placed, all, lines.length) : standing(placed, at)
  })
}

const located = (placed: PlacedCitation, at: number | undefined): readonly Located[] =>
  at === undefined ? [] : [{ placed, at }]

const fromOf = ({ citation }: PlacedCitation): number => citation.lines[0]

const lengthOf = ({ citation }: PlacedCitation): number => citation.lines[1] - citation.lines[0] + 1

const hashOf = (lines: readonly string[], { citation }: PlacedCitation): string =>
  citationHash(lines.slice(citation.lines[0] - 1, citation.lines[1]))

/**
 * All first lines where a citation's text stands, its own place included: when a page moves, the twin of a
 * text may come to stand there. Windows of one length are hashed once, when first needed.
 */
const searchByHash = (
  lines: readonly string[],
): ((placed: PlacedCitation) => readonly number[]) => {
  const normal = lines.map((line) => normalise([line]))
  const byLength = new Map<number, ReadonlyMap<string, readonly number[]>>()
  return (placed) => {
    const length = lengthOf(placed)
    const windows = byLength.get(length) ?? hashWindows(normal, length)
    byLength.set(length, windows)
    return windows.get(placed.citation.sha256) ?? []
  }
}

/** First lines by hash, for every run of so many lines; the lines are normalised already. */
const hashWindows = (
  lines: readonly string[],
  length: number,
): ReadonlyMap<string, readonly number[]> => {
  const windows = new Map<string, number[]>()
  for (let from = 1; from + length - 1 <= lines.length; from += 1) {
    const text = lines.slice(from - 1, from - 1 + length).join('\n')
    const key = createHash('sha256').update(text, 'utf8').digest('hex')
    const starts = windows.get(key)
    if (starts === undefined) windows.set(key, [from])
    else starts.push(from)
  }
  return windows
}

/** How far the last certain citation before this one has moved. */
const shiftBefore = (anchors: readonly Located[], placed: PlacedCitation): number => {
  const before = anchors.findLast((anchor) => fromOf(anchor.placed) <= fromOf(placed))
  return before === undefined ? 0 : before.at - fromOf(before.placed)
}

const nearest = (candidates: readonly number[], line: number): number | undefined =>
  candidates.toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line))[0]

const standing = (placed: PlacedCitation, at: number): CitationFinding => {
  const state = at === fromOf(placed) ? 'unchanged' : 'moved'
  return { ...placed, state, now: [at, at + lengthOf(placed) - 1] }
}

const missing = (placed: PlacedCitation, all: readonly Located[], end: number): CitationFinding => {
  const [from, to] = placed.citation.lines
  let first = 1
  let last = end
  for (const { placed: other, at } of all) {
    const length = lengthOf(other)
    if (fromOf(other) + length <= from) first = Math.max(first, at + length)
    if (fromOf(other) > to) last = Math.min(last, at - 1)
  }
  if (first > last) return { ...placed, state: 'gone', now: undefined }
  return { ...placed, state: 'reworded', now: [first, last] }
}
