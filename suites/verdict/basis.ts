import { cite, uniqueCitations, type Citation } from '../../specs/contract/citation.ts'
import { citationsOf } from '../../specs/vendor/observed.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { claimFinder } from './claims.ts'

/** Who says so, and how firmly. */
export interface Basis {
  readonly level: Level
  readonly citations: readonly Citation[]
  /** the real service is seen to do otherwise than the document says: either is right */
  readonly contradicted?: true
  /** the real service is seen to carry out what the document has refused */
  readonly accepted?: true
  /** what the real service is seen to refuse the valid request of this check for */
  readonly refuses?: readonly RefusalName[]
}

const firmness: readonly Level[] = ['may', 'should', 'must']

/** The weaker of two levels: a judgement is never firmer than its softest evidence. */
export function softer(one: Level, other: Level): Level {
  return firmness.indexOf(one) < firmness.indexOf(other) ? one : other
}

/** The stronger of two levels. */
export function firmer(one: Level, other: Level): Level {
  return softer(one, other) === one ? other : one
}

/**
 * Finds the requirements that claim a check (requirements.json names the checks that establish each rule) and what is
 * observed of the real service there: their lines are what the check cites, the firmest of the rules is its level. A
 * check that no rule claims is only noted (`may`); where the real service contradicts the document, nothing is firmer
 * than `should`. Each check is looked up once: a story asks at every comparison.
 */
export function basisFinder(vendor: Vendor): (check: string) => Basis {
  const rules = claimFinder(vendor.requirements)
  const facts = claimFinder(vendor.observed)
  const accepting = claimFinder(vendor.observed.map(({ accepted = [] }) => ({ checks: accepted })))
  const find = (check: string): Basis => {
    const claiming = rules(check)
    const observed = facts(check)
    const contradicted = observed.some(({ stance }) => stance === 'contradicts')
    const refuses = observed.flatMap((fact) => fact.refuses ?? [])
    const claimed = claiming.map(({ level }) => level).reduce(firmer, 'may')
    return {
      level: contradicted ? softer(claimed, 'should') : claimed,
      citations: uniqueCitations([
        ...claiming.flatMap(({ citations }) =>
          citations.map((evidence) => cite(vendor.contract.document, evidence)),
        ),
        ...observed.flatMap(citationsOf),
      ]),
      ...(contradicted && { contradicted }),
      ...(accepting(check).length > 0 && { accepted: true }),
      ...(refuses.length > 0 && { refuses }),
    }
  }
  const known = new Map<string, Basis>()
  return (check) => {
    const basis = known.get(check) ?? find(check)
    known.set(check, basis)
    return basis
  }
}
