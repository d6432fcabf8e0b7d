import type { Problem } from '../../harness/problem.ts'
import { formatNames, type FormatName } from '../../reports/formats/formats.ts'
import { unknownValues } from './unknown-values.ts'

/** What a run may write besides what it always does. */
export const runFormats: readonly FormatName[] = formatNames

/** The reports that are wanted, or what is wrong with how that was said. */
export function readFormats(
  flag: string,
  words: readonly string[],
): { readonly formats: readonly FormatName[]; readonly problems: readonly Problem[] } {
  const formats = words.filter((word): word is FormatName =>
    runFormats.some((name) => name === word),
  )
  return { formats, problems: unknownValues(flag, words, runFormats) }
}
