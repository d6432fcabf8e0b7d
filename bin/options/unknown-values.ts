import { didYouMean } from '../../harness/nearest.ts'
import { quoted, type Problem } from '../../harness/problem.ts'

/** What is wrong with words of which only some are known. */
export function unknownValues(
  flag: string,
  words: readonly string[],
  known: readonly string[],
): readonly Problem[] {
  return words
    .filter((word) => !known.includes(word))
    .map((word) => ({
      code: 'UNKNOWN_VALUE',
      message: `${flag} is ${quoted(word)}`,
      hint: didYouMean(word, known) ?? `known are ${known.join(', ')}`,
    }))
}
