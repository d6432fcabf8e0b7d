import { patternLanguageOf } from '../pattern-language.ts'
import { numberOf, textOfLength } from '../values.ts'
import type { Mutation } from './mutation.ts'

/** A text is one character longer than the contract allows, and fits its pattern. */
export const maxLength: Mutation = {
  name: 'max-length',
  keyword: 'maxLength',
  refusal: 'invalid.maxLength',
  implied: false,
  invalidValues: ({ schema }) => {
    const most = numberOf(schema['maxLength'])
    const { pattern } = schema
    if (most === undefined) return []
    if (typeof pattern === 'string' && patternLanguageOf(pattern).longest <= most) return []
    return [
      {
        variant: 'above',
        wording: `of ${most + 1} characters`,
        spoil: (_right, random) => textOfLength(schema, most + 1, random) ?? 'x'.repeat(most + 1),
      },
    ]
  },
}
