import type { Json } from '../../../specs/contract/json.ts'
import type { RefusalName } from '../../../specs/vocabulary/refusal-name.ts'
import type { InputField } from '../input-field.ts'
import type { RandomValues } from '../random-values.ts'

/** One way in which a value is wrong. */
export interface InvalidValue {
  /** the last part of the check's id */
  readonly variant: string
  /** goes after the name of the member, as in "Name with a line break at its end" */
  readonly wording: string
  /** evidence for `should` at most: whether it is wrong takes more than the contract says */
  readonly soft?: true
  /** the wrong value in place of the right one; undefined takes the member away */
  readonly spoil: (right: Json, random: RandomValues) => Json | undefined
  /** what it may be refused for as well: no document tells which of two rules comes first */
  readonly or?: RefusalName
}

/** Breaks one keyword of the contract, at every field that states it. One file each. */
export interface Mutation {
  /** the name of its file, and part of the check's id */
  readonly name: string
  /** the keyword of JSON Schema that must be the first to fail */
  readonly keyword: string
  readonly refusal: RefusalName
  /** stated by the protocol alone: the contract implies it */
  readonly implied: boolean
  /**
   * the ways to break it here; none when the field does not state the keyword. `knownIds` are well-formed ids of every
   * kind, which nothing has
   */
  readonly invalidValues: (
    field: InputField,
    knownIds: readonly string[],
  ) => readonly InvalidValue[]
}
