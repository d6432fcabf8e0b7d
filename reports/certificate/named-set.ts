import type { RequirementSet } from '../../specs/vendor/requirement-set.ts'

/** A requirement set with the sha256 of its file, by which a certificate names it. */
export interface NamedSet {
  readonly set: RequirementSet
  readonly sha256: string
}
