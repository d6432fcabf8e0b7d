import type { InvalidValue, Mutation } from './mutation.ts'
import { spoilText } from './spoil-text.ts'

const unknown: InvalidValue = {
  variant: 'unknown',
  wording: 'with an unlisted value',
  spoil: () => 'ORGPROOF_UNKNOWN',
}

const beyond = (largest: number): InvalidValue => ({
  variant: 'unknown',
  wording: 'with an unlisted value',
  spoil: () => largest + 41,
})

const lowerCase: InvalidValue = {
  variant: 'lower-case',
  wording: 'in lower case',
  spoil: spoilText((text) => text.toLowerCase()),
}

/** A value is not among those that the contract lists. */
export const enumeration: Mutation = {
  name: 'enum',
  keyword: 'enum',
  refusal: 'invalid.enum',
  implied: false,
  invalidValues: ({ schema }) => {
    const listed = schema['enum']
    if (!Array.isArray(listed)) return []
    const numbers = listed.filter((value) => typeof value === 'number')
    if (numbers.length > 0) return [beyond(Math.max(...numbers))]
    const values = listed as readonly string[]
    const cased = values.every((value) => !values.includes(value.toLowerCase()))
    return cased ? [unknown, lowerCase] : [unknown]
  },
}
