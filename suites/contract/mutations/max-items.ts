import type { Json } from '../../../specs/contract/json.ts'
import { numberOf } from '../values.ts'
import type { Mutation } from './mutation.ts'

/** A list has one entry more than the contract allows, all alike. */
export const maxItems: Mutation = {
  name: 'max-items',
  keyword: 'maxItems',
  refusal: 'invalid.maxItems',
  implied: false,
  invalidValues: ({ schema }) => {
    const most = numberOf(schema['maxItems'])
    if (most === undefined) return []
    return [
      {
        variant: 'above',
        wording: `of ${most + 1} entries`,
        spoil: (right) => {
          const [entry = null] = Array.isArray(right) ? (right as readonly Json[]) : []
          return Array.from({ length: most + 1 }, () => entry)
        },
      },
    ]
  },
}
