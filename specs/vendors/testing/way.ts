import type { Broken } from '../../invariants/invariant.ts'
import type { Verb } from '../../vocabulary/verbs.ts'
import type { Decide, Event } from './state.ts'

/** How far a walk goes, and by whose decisions. */
export interface Way {
  readonly decide: Decide
  /** what happened before it begins, each a beginning of its own; nothing unless said */
  readonly from: readonly (readonly Event[])[]
  /** only these verbs are said; every one unless said. Time passes where `wait` is among them. */
  readonly saying?: readonly (Verb | 'wait')[]
  /** how many states are gone on from at every depth, drawn by the seed; all of them unless said */
  readonly width: number
  readonly depth: number
  /** it ends when so many states are known */
  readonly states: number
  readonly seed: number
  /** of how many new states one is looked at as readers see it; every one unless said */
  readonly every: number
}

/** Something wrong, and what happened before it was. */
export interface Found {
  readonly broken: readonly Broken[]
  readonly path: readonly Event[]
}
