import type { VendorId } from '../../vendor/vendor.ts'
import type { Verb } from '../../vocabulary/verbs.ts'
import type { Scope } from './scope.ts'
import type { Decide, Event } from './state.ts'

/** A rule that is broken on purpose. */
export interface BrokenRule {
  /** what goes wrong */
  readonly name: string
  /** by whose rules, apart from that */
  readonly vendor: VendorId
  readonly decide: Decide
  /** the invariant that does not hold then */
  readonly breaks: string
  /** what else has to be said for it, though not on the way */
  readonly saying?: readonly Verb[]
  /** where the walk begins; nowhere unless said */
  readonly from?: (scope: Scope) => readonly Event[]
  /** the shortest way to see it from there */
  readonly path: readonly (Verb | 'wait')[]
}
