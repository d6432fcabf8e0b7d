import type { JsonObject } from '../../contract/json.ts'

/** What a description states, as JSON Schema keywords. */
export interface Constraints {
  /** Of the parameter itself. */
  readonly own: JsonObject
  /** Of each of its values: of the entries of a list, else of the parameter. */
  readonly each: JsonObject
}

/**
 * Reads the limits that a description words. A sentence that names kinds of things in words
 * (`account ID or name`) lists no values and yields nothing.
 */
export function readConstraints(description: string): Constraints {
  const text = description.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ')
  return {
    own: { ...listed(text), ...bulleted(text), ...counted(text), ...ranged(text), ...keyed(text) },
    each: measured(text, /\bEach value can contain a maximum of (\d+) Unicode characters/u),
  }
}

const listed = (text: string): JsonObject => {
  const single = /\bCurrently, the value (\w+) is available\b/u.exec(text)?.[1]
  if (single !== undefined) return { enum: [single] }
  const words = /\b(?:It|The value) can be ([^.]+)\./u.exec(text)?.[1]
  const values = words?.split(/,\s+(?:or\s+)?|\s+or\s+/u) ?? []
  const exact = values.length > 1 && values.every((value) => /^[a-z][a-z_:-]+$/u.test(value))
  return exact ? { enum: values } : {}
}

const bulleted = (text: string): JsonObject => {
  const [, list] = /\bRange (• .+)$/u.exec(text) ?? []
  const values = [...(list ?? '').matchAll(/• (\w+):/gu)].map(([, value = '']) => value)
  return values.length > 0 ? { enum: values } : {}
}

const counted = (text: string): JsonObject => {
  const most = /^A maximum of (\d+) keys can be queried/u.exec(text)?.[1]
  return most === undefined ? {} : { maxItems: Number(most) }
}

const keyed = (text: string): JsonObject => {
  const length = measured(text, /\bEach tag key can contain a maximum of (\d+) Unicode characters/u)
  return /\bcharacters and cannot be left blank\b/u.test(text)
    ? { ...length, pattern: notBlank }
    : length
}

const notBlank = '^[\\s\\S]*\\S[\\s\\S]*$'

const measured = (text: string, words: RegExp): JsonObject => {
  const most = words.exec(text)?.[1]
  return most === undefined ? {} : { maxLength: Number(most) }
}

const range =
  /\bRange Enter (\d+) to (\d+) characters\. (?:Only use|Use only|Only) (.+?)(?: are allowed)?\.? Default Value/u

const ranged = (text: string): JsonObject => {
  const [, least, most, characters] = range.exec(text) ?? []
  if (characters === undefined) return {}
  return {
    ...(least !== '0' && { minLength: Number(least) }),
    maxLength: Number(most),
    pattern: `^[${characterClass(characters)}]*$`,
  }
}

const namedCharacters: readonly (readonly [RegExp, string])[] = [
  [/\bdigits\b/u, '0-9'],
  [/\blower-case letters\b/u, 'a-z'],
  [/(?<!lower-case )\bletters\b/u, 'A-Za-z'],
  [/\bspaces\b/u, ' '],
  [/\bunderscores\b/u, '_'],
]

/** A character class without its brackets; the hyphen stands last, where it needs no escape. */
const characterClass = (words: string): string => {
  const special = /special characters: (\S+)$/u.exec(words)?.[1] ?? ''
  const others = [...new Set(special)].filter((character) => character !== '-' && character !== '_')
  const named = namedCharacters.filter(([word]) => word.test(words)).map(([, set]) => set)
  const underscore = special.includes('_') ? '_' : ''
  const hyphen = special.includes('-') || /\bhyphens\b/u.test(words) ? '\\-' : ''
  return `${named.join('')}${underscore}${others.map(escaped).join('')}${hyphen}`
}

const escaped = (character: string): string => character.replace(/[\\\][()^{}|/]/u, '\\$&')
