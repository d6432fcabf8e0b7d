import type { ObservedCitation } from '../contract/citation.ts'
import type { RefusalName } from '../vocabulary/refusal-name.ts'

/** How an observed fact stands to the vendor's document. */
export type Stance = 'agrees' | 'contradicts' | 'silent'

/**
 * What makes an observation believable, the weakest claim that its source supports: an exchange of the real service, a
 * test that is run against it, the vendor's own client or SDK, a maintainer, a user with the real answer, a page.
 */
export type Strength = 'recorded' | 'acceptance' | 'client' | 'sdk' | 'maintainer' | 'user' | 'page'

/** What the real service is publicly seen to do (observed.json of a vendor). */
export interface ObservedFact {
  readonly id: string
  /** in our own words, in the present tense */
  readonly shows: string
  readonly stance: Stance
  readonly strength: Strength
  /** where it is seen: a repository with its thread or file, and the day of it */
  readonly evidence: readonly Pick<ObservedCitation, 'source' | 'date'>[]
  /** ids (or `*` globs) of the checks that it touches: they cite it; where it contradicts the document, both readings pass */
  readonly checks?: readonly string[]
  /** those of its checks whose request the real service carries out, although the document has it refused */
  readonly accepted?: readonly string[]
  /** what the real service refuses the valid requests of its checks for: an endpoint that does so can not be asked more */
  readonly refuses?: RefusalName
  /** why it touches no check, where `checks` is absent */
  readonly noCheck?: string
}

/** The evidence of a fact as citations. */
export function citationsOf({ shows, evidence }: ObservedFact): readonly ObservedCitation[] {
  return evidence.map(({ source, date }) => ({ kind: 'observed', source, date, shows }))
}
