import type { Requirement } from '../../specs/vendor/requirement.ts'
import { globMatcher } from '../../suites/verdict/glob.ts'

/** Finds the ids of the rules that claim a check. */
export function claimsOf(
  requirements: readonly Requirement[],
): (check: string) => readonly string[] {
  const exact = new Map<string, string[]>()
  const globs: { readonly id: string; readonly claims: (check: string) => boolean }[] = []
  for (const { id, checks = [] } of requirements) {
    for (const pattern of checks) {
      if (pattern.includes('*')) globs.push({ id, claims: globMatcher(pattern) })
      else exact.set(pattern, [...(exact.get(pattern) ?? []), id])
    }
  }
  return (check) => {
    const ids = [
      ...(exact.get(check) ?? []),
      ...globs.filter(({ claims }) => claims(check)).map(({ id }) => id),
    ]
    return [...new Set(ids)].toSorted()
  }
}
