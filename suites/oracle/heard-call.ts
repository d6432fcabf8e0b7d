import type { JsonObject } from '../../specs/contract/json.ts'
import type { Interaction } from '../client/interaction.ts'

/** A call of a case, and what came of it. */
export interface HeardCall {
  readonly account: string
  readonly operation: string
  readonly input: JsonObject
  /** it breaks the contract or the protocol on purpose: the rules of the service say nothing of it */
  readonly spoiled: boolean
  readonly writes: boolean
  readonly interaction: Interaction
}
