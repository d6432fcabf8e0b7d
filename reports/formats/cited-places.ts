import { linesText, sourceText, type Citation } from '../../specs/contract/citation.ts'
import { knownDocument, type KnownDocument, type Section } from '../../specs/vendors/documents.ts'
import type { CheckResult } from '../results/results.ts'
import { grouped } from '../text/grouped.ts'

/** Where something is said: a section of a vendor's document, or another source. */
export interface CitedPlace {
  /** the title of the document, its file where that is all that is known, or what the source is called */
  readonly source: string
  readonly kind: Citation['kind']
  readonly section?: Section
  /** lines of a document, `from-to`, each once */
  readonly lines: readonly string[]
  /** where the vendor publishes it, as near as is known */
  readonly page?: string
}

/**
 * The places that a check cites, documents first, and of these first what they say of the check's own operation. Places
 * of one section are one.
 */
export function citedPlaces({
  citations,
  operation,
}: Pick<CheckResult, 'citations' | 'operation'>): readonly CitedPlace[] {
  const places = [...grouped(citations.map(located), keyOf).values()].map(placeOf)
  return places.toSorted((one, other) => rankOf(one, operation) - rankOf(other, operation))
}

interface Located {
  readonly citation: Citation
  readonly document?: KnownDocument
  readonly section?: Section
}

const located = (citation: Citation): Located => {
  const document = citation.kind === 'document' ? knownDocument(citation.document) : undefined
  if (citation.kind !== 'document' || document === undefined) return { citation }
  const section = document.sectionOf(citation.lines)
  return { citation, document, ...(section !== undefined && { section }) }
}

const keyOf = ({ citation, section }: Located): string =>
  `${sourceText(citation)}\n${section?.name ?? ''}`

const placeOf = (group: readonly [Located, ...Located[]]): CitedPlace => {
  const [{ citation, document, section }] = group
  const lines = group.flatMap((one) =>
    one.citation.kind === 'document' ? [linesText(one.citation)] : [],
  )
  const page = section?.page ?? document?.page
  return {
    source: document?.title ?? sourceText(citation),
    kind: citation.kind,
    ...(section !== undefined && { section }),
    lines: [...new Set(lines)],
    ...(page !== undefined && { page }),
  }
}

const rankOf = ({ kind, section }: CitedPlace, operation: string | undefined): number => {
  if (kind !== 'document') return 2
  return section !== undefined && section.name === operation ? 0 : 1
}
