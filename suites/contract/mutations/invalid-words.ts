import type { Language } from '../pattern-language.ts'
import type { Fault } from './mutation.ts'
import { spoilText } from './spoil-text.ts'

const names: readonly (readonly [character: string, name: string])[] = [
  ['@', 'at-sign'],
  ['.', 'dot'],
  ['-', 'hyphen'],
]

/** Texts that miss a character every text of the pattern has, or have one where none has it. */
export function wordFaults(language: Language): readonly Fault[] {
  return names
    .filter(([character]) => language.uses(character))
    .flatMap(([character, name]) => [
      ...missing(language, character, name),
      ...misplaced(language, character, name),
    ])
}

const missing = (language: Language, character: string, name: string): readonly Fault[] => {
  if (!language.needs(character)) return []
  return [
    {
      variant: `without-${name}`,
      wording: `without ${name === 'at-sign' ? 'an at sign' : `a ${name}`}`,
      spoil: spoilText((text) => text.replaceAll(character, '')),
    },
  ]
}

const misplaced = (language: Language, character: string, name: string): readonly Fault[] => {
  const wording = name.replace('-', ' ')
  const article = wording.startsWith('a') ? 'an' : 'a'
  const faults: Fault[] = []
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
