import { patternLanguageOf, type PatternLanguage } from '../pattern-language.ts'
import { numberOf } from '../values.ts'
import { invalidCharacters } from './invalid-characters.ts'
import { invalidIdentifiers } from './invalid-identifiers.ts'
import { invalidLengths } from './invalid-lengths.ts'
import { invalidWords } from './invalid-words.ts'
import type { InvalidValue, Mutation } from './mutation.ts'

/** A text does not fit the pattern that the contract states, in ways that people and programs do it. */
export const pattern: Mutation = {
  name: 'pattern',
  keyword: 'pattern',
  refusal: 'invalid.pattern',
  implied: false,
  invalidValues: ({ schema }, knownIds) => {
    const stated = schema['pattern']
    if (typeof stated !== 'string') return []
    const language = patternLanguageOf(stated)
    return [
      ...invalidLengths(language, {
        least: numberOf(schema['minLength']) ?? 0,
        most: numberOf(schema['maxLength']) ?? Number.POSITIVE_INFINITY,
      }),
      ...invalidCharacters(language),
      ...kindFaults(language, knownIds),
    ]
  },
}

/** Identifiers have a longest one; what people write freely has not. */
const kindFaults = (
  language: PatternLanguage,
  knownIds: readonly string[],
): readonly InvalidValue[] =>
  Number.isFinite(language.longest)
    ? invalidIdentifiers(language, knownIds)
    : invalidWords(language)
