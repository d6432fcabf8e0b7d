import type { Requirement } from '../../specs/vendor/requirement.ts'
import { globMatcher } from './glob.ts'

interface Claim {
  /** where the rule stands in the register */
  readonly at: number
  readonly requirement: Requirement
  readonly claims: (check: string) => boolean
}

/**
 * Finds the rules of a register that claim a check (requirements.json names the checks that establish each rule), in
 * the register's order. Globs are filed by the folder that they begin with, so that few of them are tried.
 */
export function claimFinder(
  requirements: readonly Requirement[],
): (check: string) => readonly Requirement[] {
  const filed = new Map<string, Claim[]>()
  for (const [at, requirement] of requirements.entries()) {
    for (const glob of requirement.checks ?? []) {
      const [start = ''] = glob.split('*')
      const folder = start.slice(0, start.lastIndexOf('/') + 1)
      const claim = { at, requirement, claims: globMatcher(glob) }
      filed.set(folder, [...(filed.get(folder) ?? []), claim])
    }
  }
  return (check) => {
    const claiming = foldersOf(check)
      .flatMap((folder) => filed.get(folder) ?? [])
      .filter(({ claims }) => claims(check))
      .toSorted((one, other) => one.at - other.at)
    return [...new Set(claiming.map(({ requirement }) => requirement))]
  }
}

/** The folders of an id, the one that holds everything first: ``, `contract/`, `contract/<vendor>/` … */
const foldersOf = (id: string): readonly string[] => {
  const steps = id.split('/')
  return steps.map((_, count) =>
    steps
      .slice(0, count)
      .map((step) => `${step}/`)
      .join(''),
  )
}
