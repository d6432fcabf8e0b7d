import { languageOf } from '../pattern-language.ts'
import { numberOf, textOfLength } from '../values.ts'
import type { Mutation } from './mutation.ts'

/** A text is one character longer than the contract allows, and fits its pattern. */
export const maxLength: Mutation = {
  name: 'max-length',
  keyword: 'maxLength',
  refusal: 'invalid.maxLength',
  implied: false,
  faults: ({ schema }) => {
    const most = numberOf(schema['maxLength'])
    const { pattern } = schema
    if (most === undefined) return []
    if (typeof pattern === 'string' && languageOf(pattern).longest <= most) return []
    return [
      {
        variant: 'above',
        wording: `of ${most + 1} characters`,
        spoil: (_right, draw) => textOfLength(schema, most + 1, draw) ?? 'x'.repeat(most + 1),
      },
    ]
  },
}
