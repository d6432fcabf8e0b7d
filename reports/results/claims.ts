import type { Requirement } from '../../specs/vendor/requirement.ts'
import { claimFinder } from '../../suites/verdict/claims.ts'

/** Finds the ids of the rules that claim a check, sorted. */
export function claimsOf(
  requirements: readonly Requirement[],
): (check: string) => readonly string[] {
  const claiming = claimFinder(requirements)
  return (check) => [...new Set(claiming(check).map(({ id }) => id))].toSorted()
}
