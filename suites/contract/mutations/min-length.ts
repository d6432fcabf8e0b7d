import { numberOf, textOfLength } from '../values.ts'
import type { Mutation } from './mutation.ts'

/** A text is one character shorter than the contract allows, and fits its pattern. */
export const minLength: Mutation = {
  name: 'min-length',
  keyword: 'minLength',
  refusal: 'invalid.minLength',
  implied: false,
  invalidValues: ({ schema }) => {
    const least = numberOf(schema['minLength'])
    if (least === undefined || least === 0) return []
    return [
      {
        variant: 'below',
        wording: least === 1 ? 'that is empty' : `of ${least - 1} characters`,
        // where the pattern has no text so short, length is still what fails first
        spoil: (_right, random) => textOfLength(schema, least - 1, random) ?? 'x'.repeat(least - 1),
      },
    ]
  },
}
