import type { Citation } from '../../specs/contract/citation.ts'
import type { Matrix } from './matrix.ts'

/** So many places are shown in a cell; matrix.json has all. */
const placesShown = 3

/** How citations are written in a matrix: lines where they are of a column's own document, else a numbered source. */
export interface CitationText {
  /** The places of a cell; `document` is the one that its column speaks of. */
  readonly places: (citations: readonly Citation[], document: string) => string
  /** every source that is no line of a document, in the order of its number, which counts from 1 */
  readonly sources: readonly string[]
}

/** Numbers the sources of a matrix, and writes its citations with these numbers. */
export function citationText({ rows }: Pick<Matrix, 'rows'>): CitationText {
  const cells = rows.flatMap((row) => [
    ...Object.values(row.vendors),
    ...Object.values(row.endpoints),
  ])
  const sources = [
    ...new Set(cells.flatMap(({ citations }) => shownOf(citations).flatMap(sourceOf))),
  ]
  return {
    sources,
    places: (citations, document) => {
      const shown = shownOf(citations)
      const more = citations.length - shown.length
      const texts = shown.map((citation) => {
        const [source] = sourceOf(citation)
        return source === undefined
          ? linesText(citation, document)
          : `[${sources.indexOf(source) + 1}]`
      })
      return `${texts.join(', ')}${more > 0 ? ` +${more}` : ''}`
    },
  }
}

/** Lines of a document first: they are what a reader has at hand. */
const shownOf = (citations: readonly Citation[]): readonly Citation[] =>
  citations
    .toSorted((one, other) => sourceOf(one).length - sourceOf(other).length)
    .slice(0, placesShown)

const sourceOf = (citation: Citation): readonly string[] => {
  if (citation.kind === 'document') return []
  return 'date' in citation ? [`${citation.source} (${citation.date})`] : [citation.source]
}

const linesText = (citation: Citation, document: string): string => {
  if (citation.kind !== 'document') return citation.source
  const [from, to] = citation.lines
  const lines = from === to ? String(from) : `${from}–${to}`
  return citation.document === document ? lines : `${citation.document}:${lines}`
}
