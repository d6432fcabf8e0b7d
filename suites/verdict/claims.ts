import { globMatcher } from './glob.ts'

/** What speaks of checks, by their ids or globs: a rule of the register, an observed fact. */
export interface Claiming {
  readonly checks?: readonly string[]
}

interface Claim<T> {
  /** where it stands among the others */
  readonly at: number
  readonly claiming: T
  readonly claims: (check: string) => boolean
}

/**
 * Finds what claims a check (requirements.json names the checks that establish each rule, observed.json those that each
 * fact touches), in the order given. Globs are filed by the folder that they begin with, so that few of them are tried.
 */
export function claimFinder<T extends Claiming>(
  all: readonly T[],
): (check: string) => readonly T[] {
  const filed = new Map<string, Claim<T>[]>()
  for (const [at, claiming] of all.entries()) {
    for (const glob of claiming.checks ?? []) {
      const [start = ''] = glob.split('*')
      const folder = start.slice(0, start.lastIndexOf('/') + 1)
      const claim = { at, claiming, claims: globMatcher(glob) }
      filed.set(folder, [...(filed.get(folder) ?? []), claim])
    }
  }
  return (check) => {
    const found = foldersOf(check)
      .flatMap((folder) => filed.get(folder) ?? [])
      .filter(({ claims }) => claims(check))
      .toSorted((one, other) => one.at - other.at)
    return [...new Set(found.map(({ claiming }) => claiming))]
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
