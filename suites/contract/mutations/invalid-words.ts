import type { PatternLanguage } from '../pattern-language.ts'
import type { InvalidValue } from './mutation.ts'
import { spoilText } from './spoil-text.ts'

const names: readonly (readonly [character: string, name: string])[] = [
  ['@', 'at-sign'],
  ['.', 'dot'],
  ['-', 'hyphen'],
]

/** Texts that miss a character every text of the pattern has, or have one where none has it. */
export function invalidWords(language: PatternLanguage): readonly InvalidValue[] {
  return names
    .filter(([character]) => language.uses(character))
    .flatMap(([character, name]) => [
      ...missing(language, character, name),
      ...misplaced(language, character, name),
    ])
}

const missing = (
  language: PatternLanguage,
  character: string,
  name: string,
): readonly InvalidValue[] => {
  if (!language.needs(character)) return []
  return [
    {
      variant: `without-${name}`,
      wording: `without ${name === 'at-sign' ? 'an at sign' : `a ${name}`}`,
      spoil: spoilText((text) => text.replaceAll(character, '')),
    },
  ]
}

const misplaced = (
  language: PatternLanguage,
  character: string,
  name: string,
): readonly InvalidValue[] => {
  const wording = name.replace('-', ' ')
  const article = wording.startsWith('a') ? 'an' : 'a'
  const faults: InvalidValue[] = []
  if (!language.starts(character)) {
    faults.push({
      variant: `leading-${name}`,
      wording: `with ${article} ${wording} at its start`,
      spoil: spoilText((text) => character + text),
    })
  }
  if (!language.ends(character)) {
    faults.push({
      variant: `trailing-${name}`,
      wording: `with ${article} ${wording} at its end`,
      spoil: spoilText((text) => text + character),
    })
  }
  return faults
}
