import type { Json } from '../../../specs/contract/json.ts'
import { numberOf } from '../values.ts'
import type { Mutation } from './mutation.ts'

/** A list has one entry fewer than the contract allows. */
export const minItems: Mutation = {
  name: 'min-items',
  keyword: 'minItems',
  refusal: 'invalid.minItems',
  implied: false,
  invalidValues: ({ schema }) => {
    const least = numberOf(schema['minItems'])
    if (least === undefined || least === 0) return []
    return [
      {
        variant: 'below',
        wording: `of ${least - 1} entries`,
        spoil: (right) => entriesOf(right).slice(0, least - 1),
      },
    ]
  },
}

const entriesOf = (value: Json): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []
