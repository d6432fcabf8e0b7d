import { seedOf } from '../../suites/case/seed-of.ts'
import type { Selected } from '../../suites/runner/selection.ts'

/** A part of the cases. */
export interface Share {
  /** into how many parts they are divided */
  readonly of: number
  /** which of them it is; counted on from the first part when it is larger */
  readonly part: number
}

/** The checks of a share: those of one case together, and which ones the seed says. */
export function inShare(seed: number, { part, of }: Share): Selected {
  return ({ case: own }) => seedOf(seed, own) % of === part % of
}
