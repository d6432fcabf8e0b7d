import type { Evidence } from '../contract/citation.ts'

/** How firmly the document says it; only a `must` can make an endpoint nonconformant. */
export type Level = 'must' | 'should' | 'may'

/** The levels, from the one that weighs most. */
export const levels: readonly Level[] = ['must', 'should', 'may']

/** One rule of a vendor's document in our own words (requirements.json). */
export interface Requirement {
  readonly id: string
  readonly rule: string
  readonly level: Level
  /** why this document says more of its checks than those of other vendors do */
  readonly firmer?: string
  /** why it says less of them */
  readonly softer?: string
  /** lines of the vendor's document, or other evidence where the document is silent */
  readonly citations: readonly Evidence[]
  /** ids (or `*` globs) of the checks that establish the rule */
  readonly checks?: readonly string[]
  /** why no check can, where `checks` is absent */
  readonly notTested?: string
}
