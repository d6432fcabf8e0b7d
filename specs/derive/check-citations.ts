import type { Json } from '../contract/json.ts'
import type { CitationFinding } from './citation-finding.ts'
import { collectCitations } from './collect-citations.ts'
import { locateCitations } from './locate-citations.ts'

/**
 * Holds every citation of a data file against the text of its document. A text that stands elsewhere has
 * moved; one that stands nowhere is reworded when something else stands between its neighbours, and gone when
 * nothing does. With a document named, citations that do not name it are passed over.
 */
export function checkCitations(
  file: Json,
  text: string,
  document?: string,
): readonly CitationFinding[] {
  const citations = collectCitations(file).filter(
    (placed) => document === undefined || placed.document === document,
  )
  return locateCitations(citations, text.split('\n'))
}

/**
 * Holds every citation of a derived document against the same document derived anew: the same fact with the
 * same hash has stayed or moved, with another hash it is reworded, and a fact that is derived no more is gone.
 */
export function compareCitations(committed: Json, fresh: Json): readonly CitationFinding[] {
  const known = new Map(
    collectCitations(fresh).map(({ pointer, citation }) => [pointer, citation] as const),
  )
  return collectCitations(committed).map((placed) => {
    const now = known.get(placed.pointer)
    if (now === undefined) return { ...placed, state: 'gone', now: undefined }
    if (now.sha256 !== placed.citation.sha256)
      return { ...placed, state: 'reworded', now: now.lines }
    const stayed = now.lines.every((line, at) => line === placed.citation.lines[at])
    return { ...placed, state: stayed ? 'unchanged' : 'moved', now: now.lines }
  })
}
