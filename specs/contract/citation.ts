/** Lines of a vendor document; `sha256` is of their normalised text, which is never stored. */
export interface DocumentCitation {
  readonly kind: 'document'
  readonly document: string
  readonly lines: readonly [from: number, to: number]
  readonly sha256: string
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

/** A public page that states a number the document only refers to, as read on `date`. */
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

/** Who says so. Every judgement carries at least one (DESIGN section 3). */
export type Citation =
  | DocumentCitation
  | ProtocolCitation
  | SdkCitation
  | PublicCitation
  | RecordingCitation
