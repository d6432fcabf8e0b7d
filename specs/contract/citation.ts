/** Lines of a document that is known already; `sha256` is of their normalised text, which is never stored. */
export interface Lines {
  readonly lines: readonly [from: number, to: number]
  readonly sha256: string
}

/** Lines of a vendor document. */
export interface DocumentCitation extends Lines {
  readonly kind: 'document'
  readonly document: string
}

/** A public protocol rule, e.g. `RFC 9110 section 15.5` or a vendor's protocol page. */
export interface ProtocolCitation {
  readonly kind: 'protocol'
  readonly source: string
}

/** What a vendor's published SDK declares: `package@version`, the file and the symbol. */
export interface SdkCitation {
  readonly kind: 'sdk'
  readonly source: string
  /** of the file that declares it, where it was read from the package */
  readonly sha256?: string
}

/** A public page that states what the document only refers to; `date` is that of its text or, where none is known, of the reading. */
export interface PublicCitation {
  readonly kind: 'public'
  readonly source: string
  readonly date: string
}

/** A dated recording of the real service, or what a target file states of itself. */
export interface RecordingCitation {
  readonly kind: 'recording'
  readonly source: string
  readonly date: string
}

/** What the real service is publicly seen to do: repository and thread or file, its day, and what it shows in our words. */
export interface ObservedCitation {
  readonly kind: 'observed'
  readonly source: string
  readonly date: string
  readonly shows: string
}

/** Who says so. Every judgement carries at least one (DESIGN section 3). */
export type Citation =
  | DocumentCitation
  | ProtocolCitation
  | SdkCitation
  | PublicCitation
  | RecordingCitation
  | ObservedCitation

/** Lines of the vendor's own document, or what else says so. */
export type Evidence = Lines | Exclude<Citation, DocumentCitation>

/** Lines of a document as a citation; other evidence is one already. */
export function cite(document: string, evidence: Evidence): Citation {
  if ('kind' in evidence) return evidence
  const { lines, sha256 } = evidence
  return { kind: 'document', document, lines, sha256 }
}

/** What tells citations apart: lines are the same only with the same text. */
export function citationKey(citation: Citation): string {
  if (citation.kind === 'document') {
    return [citation.document, ...citation.lines, citation.sha256].join(' ')
  }
  const { kind, source } = citation
  if (kind === 'observed') return `${kind} ${source} ${citation.date} ${citation.shows}`
  return 'date' in citation ? `${kind} ${source} ${citation.date}` : `${kind} ${source}`
}

/** Thousands of checks cite the same lines. */
const known = new WeakMap<Citation, string>()

const keyOf = (citation: Citation): string => {
  const key = known.get(citation) ?? citationKey(citation)
  known.set(citation, key)
  return key
}

/** Each citation once, in the order in which they first come. */
export function uniqueCitations(citations: readonly Citation[]): readonly Citation[] {
  if (citations.length < 2) return citations
  return [...new Map(citations.map((one) => [keyOf(one), one])).values()]
}

/** Where a citation is read, without its lines: a document, or the source with the day of what may change. */
export function sourceText(citation: Citation): string {
  if (citation.kind === 'document') return citation.document
  return 'date' in citation ? `${citation.source} (${citation.date})` : citation.source
}

/** Lines in words: one number, or two with a dash between them. */
export function linesText({ lines: [from, to] }: Pick<Lines, 'lines'>, dash = '-'): string {
  return from === to ? String(from) : `${from}${dash}${to}`
}
