import type { Problem } from '../../harness/problem.ts'
import { formatNames, type FormatName } from '../../reports/formats/formats.ts'
import { unknownValues } from './unknown-values.ts'

/** What a run may tell besides what it always does: files, and the annotations of GitHub, which it prints. */
export const runFormats: readonly (FormatName | 'github')[] = [...formatNames, 'github']

/** The reports that are wanted. */
export interface WantedFormats {
  /** those that are files */
  readonly formats: readonly FormatName[]
  /** whether the annotations of GitHub are printed */
  readonly annotated: boolean
}

/** The reports that are wanted, and what is wrong with how that was said. */
export function readFormats(
  flag: string,
  words: readonly string[],
): WantedFormats & { readonly problems: readonly Problem[] } {
  return {
    formats: formatNames.filter((name) => words.includes(name)),
    annotated: words.includes('github'),
    problems: unknownValues(flag, words, runFormats),
  }
}
