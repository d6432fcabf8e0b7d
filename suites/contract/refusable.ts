import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { RefusalChecks } from '../case/refusal-checks.ts'
import type { Check } from '../verdict/verdict.ts'

/** Names the least valid request among the twins of others. */
export const minimalKey = 'minimal'

/** A request that ought to be refused, and the checks that its refusal decides. */
export interface Refusable {
  /** what may answer it; more than one where the document leaves open which comes first */
  readonly refusals: readonly RefusalName[]
  readonly steps: RefusalChecks<Check>
  /** key of the valid request that it differs from in nothing else: of a positive, or `minimalKey` */
  readonly twin: string
}
