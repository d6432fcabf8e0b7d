import type { Json } from '../../../specs/contract/json.ts'
import type { RefusalName } from '../../../specs/vocabulary/refusal-name.ts'
import type { Draw } from '../random-values.ts'
import type { Site } from '../input-field.ts'

/** One way in which a value is wrong. */
export interface Fault {
  /** the last part of the check's id */
  readonly variant: string
  /** goes after the name of the member, as in "Name with a line break at its end" */
  readonly wording: string
  /** the wrong value in place of the right one; undefined takes the member away */
  readonly spoil: (right: Json, draw: Draw) => Json | undefined
}

/** Breaks one keyword of the contract, at every site that states it. One file each. */
export interface Mutation {
  /** part of the check's id */
  readonly name: string
  /** the keyword of JSON Schema that must be the first to fail */
  readonly keyword: string
  readonly refusal: RefusalName
  /** stated by the protocol alone: the contract implies it */
  readonly implied: boolean
  /** the ways to break it here; none when the site does not state the keyword */
  readonly faults: (site: Site, nouns: readonly string[]) => readonly Fault[]
}
