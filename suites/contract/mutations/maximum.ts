import { numberOf } from '../values.ts'
import type { Mutation } from './mutation.ts'

/** A number is above what the contract allows. */
export const maximum: Mutation = {
  name: 'maximum',
  keyword: 'maximum',
  refusal: 'invalid.maximum',
  implied: false,
  invalidValues: ({ schema }) => {
    const most = numberOf(schema['maximum'])
    if (most === undefined) return []
    return [{ variant: 'above', wording: `of ${most + 1}`, spoil: () => most + 1 }]
  },
}
