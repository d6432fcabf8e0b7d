import { languageOf, type Language } from '../pattern-language.ts'
import { numberOf } from '../values.ts'
import { identifierFaults } from './invalid-identifiers.ts'
import { characterFaults } from './invalid-characters.ts'
import { lengthFaults } from './invalid-lengths.ts'
import type { Fault, Mutation } from './mutation.ts'
import { wordFaults } from './invalid-words.ts'

/** A text does not fit the pattern that the contract states, in ways that people and programs do it. */
export const pattern: Mutation = {
  name: 'pattern',
  keyword: 'pattern',
  refusal: 'invalid.pattern',
  implied: false,
  faults: ({ schema }, nouns) => {
    const stated = schema['pattern']
    if (typeof stated !== 'string') return []
    const language = languageOf(stated)
    return [
      ...lengthFaults(language, {
        least: numberOf(schema['minLength']) ?? 0,
        most: numberOf(schema['maxLength']) ?? Number.POSITIVE_INFINITY,
      }),
      ...characterFaults(language),
      ...kindFaults(language, nouns),
    ]
  },
}

/** Identifiers have a longest one; what people write freely has not. */
const kindFaults = (language: Language, nouns: readonly string[]): readonly Fault[] =>
  Number.isFinite(language.longest) ? identifierFaults(language, nouns) : wordFaults(language)
