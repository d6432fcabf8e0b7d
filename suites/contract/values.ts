import type { Json, JsonObject } from '../../specs/contract/json.ts'
import type { InputField } from './input-field.ts'
import { patternLanguageOf } from './pattern-language.ts'
import type { RandomValues } from './random-values.ts'

/** A valid value for a field by its schema alone. What lies below it is given in `members`. */
export function valueFor({ schema }: InputField, random: RandomValues, members: JsonObject): Json {
  if (schema['default'] !== undefined) return schema['default']
  if (Array.isArray(schema['enum'])) return (schema['enum'] as readonly Json[])[0] ?? null
  const type = schema['type'] as string
  const make = makers[type]
  if (make === undefined) throw new Error(`no value for the type ${type}`)
  return make(schema, random, members)
}

type Maker = (schema: JsonObject, random: RandomValues, members: JsonObject) => Json

const makers: Readonly<Record<string, Maker>> = {
  string: (schema, random) => textFor(schema, random),
  integer: (schema) => Math.max(1, numberOf(schema['minimum']) ?? 1),
  number: (schema) => Math.max(1, numberOf(schema['minimum']) ?? 1),
  boolean: () => true,
  array: (_schema, _random, members) => (members['0'] === undefined ? [] : [members['0']]),
  object: (_schema, _random, members) => members,
}

const textFor = (schema: JsonObject, random: RandomValues): string => {
  const longest = numberOf(schema['maxLength']) ?? Number.POSITIVE_INFINITY
  const phrase = random.phrase().slice(0, Math.min(40, longest))
  const { pattern } = schema
  if (typeof pattern !== 'string' || patternLanguageOf(pattern).has(phrase)) return phrase
  const bare = phrase.replaceAll(' ', '')
  if (patternLanguageOf(pattern).has(bare)) return bare
  const length = Math.max(patternLanguageOf(pattern).shortest, numberOf(schema['minLength']) ?? 1)
  const text = textOfLength(schema, length, random)
  if (text === undefined) throw new Error(`no text of ${length} characters fits ${pattern}`)
  return text
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz')

/** A text of exactly that length that fits the schema's pattern; undefined when there is none. */
export function textOfLength(
  schema: JsonObject,
  length: number,
  random: RandomValues,
): string | undefined {
  const { pattern } = schema
  if (typeof pattern !== 'string') {
    const word = Array.from({ length: Math.min(length, 16) }, () => random.pick(letters)).join('')
    return word.padEnd(length, word)
  }
  return patternLanguageOf(pattern).word(length, (characters) => random.pick(characters))
}

/** A number, or undefined for anything else. */
export function numberOf(json: Json | undefined): number | undefined {
  return typeof json === 'number' ? json : undefined
}
