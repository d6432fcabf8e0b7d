import type { Moments } from './moments.ts'
import type { Fork, Names } from './names.ts'

/** What the answers of a target taught so far: what things are called there, and when they came about. */
export interface Learned {
  readonly names: Names
  readonly moments: Moments
}

/** A trial of both. */
export function forkOf({ names, moments }: Learned): Fork<Learned> {
  const [called, when] = [names.fork(), moments.fork()]
  return {
    trial: { names: called.trial, moments: when.trial },
    keep: () => {
      called.keep()
      when.keep()
    },
  }
}
