import type { Mutation } from './mutation.ts'

/** A member that the contract requires is left out. */
export const required: Mutation = {
  name: 'required',
  keyword: 'required',
  refusal: 'invalid.required',
  implied: false,
  invalidValues: (field) =>
    field.required ? [{ variant: 'missing', wording: 'left out', spoil: () => undefined }] : [],
}
