import type { PatternLanguage } from '../pattern-language.ts'
import type { InvalidValue } from './mutation.ts'
import { spoilText } from './spoil-text.ts'

/** Ids that look like ids of another kind. `knownIds` are well-formed ids of every kind. */
export function invalidIdentifiers(
  language: PatternLanguage,
  knownIds: readonly string[],
): readonly InvalidValue[] {
  const faults: InvalidValue[] = []
  const other = knownIds.find((id) => !language.has(id))
  if (other !== undefined && knownIds.some((id) => language.has(id))) {
    faults.push({
      variant: 'another-kind',
      wording: 'of another kind',
      spoil: () => other,
    })
  }
  if (language.uses('-') && !language.starts('zz-')) {
    faults.push({
      variant: 'wrong-prefix',
      wording: 'with a wrong prefix',
      spoil: spoilText((text) => `zz-${text.replace(/^[a-z]+-/u, '')}`),
    })
  }
  if (language.uses('a') && !language.uses('A')) {
    faults.push({
      variant: 'upper-case',
      wording: 'in upper case',
      spoil: spoilText((text) => {
        const upper = text.toUpperCase()
        return upper === text ? `${upper.slice(0, -1)}A` : upper
      }),
    })
  }
  return faults
}
