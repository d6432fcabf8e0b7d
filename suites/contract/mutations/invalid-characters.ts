import type { PatternLanguage } from '../pattern-language.ts'
import type { InvalidValue } from './mutation.ts'
import { spoilText } from './spoil-text.ts'

interface Intruder {
  readonly variant: string
  readonly wording: string
  readonly character: string
  /** only where people write freely: nobody takes an id for a text */
  readonly free: boolean
}

/** Characters that patterns leave out, each a mistake of its own kind. */
const intruders: readonly Intruder[] = [
  { variant: 'white-space', wording: 'with a space', character: ' ', free: true },
  { variant: 'non-ascii', wording: 'with a letter beyond ASCII', character: 'é', free: true },
  {
    variant: 'illegal-character',
    wording: 'with a wrong character',
    character: '<',
    free: false,
  },
]

/** Texts with a character that no text of the pattern has. */
export function invalidCharacters(language: PatternLanguage): readonly InvalidValue[] {
  const faults = intruders
    .filter(({ free }) => !free || !Number.isFinite(language.longest))
    .filter(({ character }) => !language.uses(character))
    .map(({ variant, wording, character }): InvalidValue => ({
      variant,
      wording,
      // in the middle: some endpoints trim what they get
      spoil: spoilText((text) => {
        const characters = Array.from(text)
        return characters.with(Math.floor(characters.length / 2), character).join('')
      }),
    }))
  if (language.uses('\n')) return faults
  // engines in which `$` also matches before a last line break let this one through
  const lineBreak: InvalidValue = {
    variant: 'line-break',
    wording: 'with a final line break',
    open: true,
    spoil: spoilText((text) => `${text}\n`),
  }
  return [...faults, lineBreak]
}
