import type { Mutation } from './mutation.ts'

/** A member that the contract requires is null: no schema of these contracts allows that. */
export const nullValue: Mutation = {
  name: 'null',
  keyword: 'type',
  refusal: 'invalid.null',
  implied: true,
  invalidValues: (field) =>
    field.required ? [{ variant: 'given', wording: 'given as null', spoil: () => null }] : [],
}
