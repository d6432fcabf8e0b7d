import { linesText, sourceText, type Citation } from '../../specs/contract/citation.ts'
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
    ...new Set(
      cells.flatMap(({ citations }) => shownOf(citations).filter(isSource).map(sourceText)),
    ),
  ]
  return {
    sources,
    places: (citations, document) => {
      const shown = shownOf(citations)
      const more = citations.length - shown.length
      const texts = shown.map((citation) => {
        if (citation.kind !== 'document') return `[${sources.indexOf(sourceText(citation)) + 1}]`
        const lines = linesText(citation, '–')
        return citation.document === document ? lines : `${citation.document}:${lines}`
      })
      return `${texts.join(', ')}${more > 0 ? ` +${more}` : ''}`
    },
  }
}

/** Lines of a document first: they are what a reader has at hand. */
const shownOf = (citations: readonly Citation[]): readonly Citation[] =>
  citations
    .toSorted((one, other) => Number(isSource(one)) - Number(isSource(other)))
    .slice(0, placesShown)

const isSource = ({ kind }: Citation): boolean => kind !== 'document'
