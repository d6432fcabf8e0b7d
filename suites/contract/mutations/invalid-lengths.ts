import type { PatternLanguage } from '../pattern-language.ts'
import type { InvalidValue } from './mutation.ts'
import { spoilText } from './spoil-text.ts'

/** Texts whose length no text of the pattern has, within the lengths that the schema states apart from it. */
export function invalidLengths(
  language: PatternLanguage,
  { least, most }: { readonly least: number; readonly most: number },
): readonly InvalidValue[] {
  const { shortest, longest } = language
  const faults: InvalidValue[] = []
  if (shortest > 0 && least === 0) {
    faults.push({
      variant: 'empty',
      wording: 'that is empty',
      or: 'invalid.minLength',
      spoil: () => '',
    })
  }
  if (shortest > 1 && shortest > least) {
    faults.push({
      variant: 'too-short',
      wording: 'that is too short',
      or: 'invalid.minLength',
      spoil: spoilText((text) =>
        Array.from(text)
          .slice(0, shortest - 1)
          .join(''),
      ),
    })
  }
  if (longest < most) {
    faults.push({
      variant: 'too-long',
      wording: 'that is too long',
      or: 'invalid.maxLength',
      spoil: spoilText((text) => lengthened(text, longest + 1)),
    })
  }
  return faults
}

/** A text of so many characters at least; one that an endpoint gave may be as long already. */
const lengthened = (text: string, length: number): string => {
  const characters = Array.from(text)
  return text + (characters.at(-1) ?? '0').repeat(Math.max(0, length - characters.length))
}
