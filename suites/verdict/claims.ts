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
 * fact touches), in the order given. Ids are filed by themselves and globs by the folder that they begin with, so that few
 * of them are tried.
 */
export function claimFinder<T extends Claiming>(
  all: readonly T[],
): (check: string) => readonly T[] {
  const [exact, filed] = [new Map<string, Claim<T>[]>(), new Map<string, Claim<T>[]>()]
  for (const [at, claiming] of all.entries()) {
    for (const glob of claiming.checks ?? []) {
      const [start = ''] = glob.split('*')
      const claim = { at, claiming, claims: globMatcher(glob) }
      if (start === glob) file(exact, glob, claim)
      else file(filed, start.slice(0, start.lastIndexOf('/') + 1), claim)
    }
  }
  return (check) => {
    const found = [...(exact.get(check) ?? [])]
    for (const folder of foldersOf(check)) {
      for (const claim of filed.get(folder) ?? []) if (claim.claims(check)) found.push(claim)
    }
    if (found.length === 0) return none
    const inOrder = found.toSorted((one, other) => one.at - other.at)
    return [...new Set(inOrder.map(({ claiming }) => claiming))]
  }
}

const none: readonly never[] = []

const file = <C>(files: Map<string, C[]>, name: string, claim: C): void => {
  const known = files.get(name)
  if (known === undefined) files.set(name, [claim])
  else known.push(claim)
}

/** The folders of an id, the one that holds everything first: ``, `contract/`, `contract/<vendor>/` … */
function* foldersOf(id: string): Generator<string> {
  yield ''
  for (let at = id.indexOf('/'); at >= 0; at = id.indexOf('/', at + 1)) yield id.slice(0, at + 1)
}
