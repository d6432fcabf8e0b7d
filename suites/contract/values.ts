import type { Json, JsonObject } from '../../specs/contract/json.ts'
import type { Draw } from './random-values.ts'
import { languageOf } from './pattern-language.ts'
import type { Site } from './input-field.ts'

/** A valid value for a site by its schema alone. What lies below it is given in `members`. */
export function valueFor({ schema }: Site, draw: Draw, members: JsonObject): Json {
  if (schema['default'] !== undefined) return schema['default']
  if (Array.isArray(schema['enum'])) return (schema['enum'] as readonly Json[])[0] ?? null
  const type = schema['type'] as string
  const make = makers[type]
  if (make === undefined) throw new Error(`no value for the type ${type}`)
  return make(schema, draw, members)
}

type Maker = (schema: JsonObject, draw: Draw, members: JsonObject) => Json

const makers: Readonly<Record<string, Maker>> = {
  string: (schema, draw) => textFor(schema, draw),
  integer: (schema) => Math.max(1, numberOf(schema['minimum']) ?? 1),
  number: (schema) => Math.max(1, numberOf(schema['minimum']) ?? 1),
  boolean: () => true,
  array: (_schema, _draw, members) => (members['0'] === undefined ? [] : [members['0']]),
  object: (_schema, _draw, members) => members,
}

const textFor = (schema: JsonObject, draw: Draw): string => {
  const longest = numberOf(schema['maxLength']) ?? Number.POSITIVE_INFINITY
  const phrase = draw.phrase().slice(0, Math.min(40, longest))
  const { pattern } = schema
  if (typeof pattern !== 'string' || languageOf(pattern).has(phrase)) return phrase
  const bare = phrase.replaceAll(' ', '')
  if (languageOf(pattern).has(bare)) return bare
  const length = Math.max(languageOf(pattern).shortest, numberOf(schema['minLength']) ?? 1)
  const text = textOfLength(schema, length, draw)
  if (text === undefined) throw new Error(`no text of ${length} characters fits ${pattern}`)
  return text
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz')

/** A text of exactly that length that fits the schema's pattern; undefined when there is none. */
export function textOfLength(schema: JsonObject, length: number, draw: Draw): string | undefined {
  const { pattern } = schema
  if (typeof pattern !== 'string') {
    const word = Array.from({ length: Math.min(length, 16) }, () => draw.pick(letters)).join('')
    return word.padEnd(length, word)
  }
  return languageOf(pattern).word(length, (characters) => draw.pick(characters))
}

/** A number, or undefined for anything else. */
export function numberOf(json: Json | undefined): number | undefined {
  return typeof json === 'number' ? json : undefined
}
