import { cite, uniqueCitations, type Citation } from '../../specs/contract/citation.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { claimFinder } from './claims.ts'

/** Who says so, and how firmly. */
export interface Basis {
  readonly level: Level
  readonly citations: readonly Citation[]
}

const firmness: readonly Level[] = ['may', 'should', 'must']

/** The weaker of two levels: a judgement is never firmer than its softest evidence. */
export function softer(one: Level, other: Level): Level {
  return firmness.indexOf(one) < firmness.indexOf(other) ? one : other
}

/**
 * Finds the requirements that claim a check (requirements.json names the checks that establish each rule):
 * their lines are what the check cites, the firmest of them is its level. A check that no rule claims is
 * only noted (`may`).
 */
export function basisFinder(vendor: Vendor): (check: string) => Basis {
  const claims = claimFinder(vendor.requirements)
  return (check) => {
    const claiming = claims(check)
    return {
      level: claiming.map(({ level }) => level).reduce(firmer, 'may'),
      citations: uniqueCitations(
        claiming.flatMap(({ citations }) =>
          citations.map((evidence) => cite(vendor.contract.document, evidence)),
        ),
      ),
    }
  }
}

const firmer = (one: Level, other: Level): Level => (softer(one, other) === one ? other : one)
