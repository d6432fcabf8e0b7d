import { numberOf } from '../values.ts'
import type { Mutation } from './mutation.ts'

/** A number is below what the contract allows. */
export const minimum: Mutation = {
  name: 'minimum',
  keyword: 'minimum',
  refusal: 'invalid.minimum',
  implied: false,
  invalidValues: ({ schema }) => {
    const least = numberOf(schema['minimum'])
    if (least === undefined) return []
    return [{ variant: 'below', wording: `of ${least - 1}`, spoil: () => least - 1 }]
  },
}
