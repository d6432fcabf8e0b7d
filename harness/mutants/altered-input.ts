import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import type { Random } from '../../suites/client/random.ts'

/** What an altered input may be made of: what stood in other messages. */
export interface Pool {
  /** texts and numbers that were said or answered */
  readonly scalars: readonly Json[]
  /** other inputs of the same operation */
  readonly inputs: readonly JsonObject[]
}

/** Values at which much goes wrong. */
const edges: readonly Json[] = [
  '',
  ' ',
  'x'.repeat(300),
  '0',
  0,
  1,
  -1,
  1e6,
  0.5,
  true,
  false,
  null,
  [],
  {},
]

/** An input of which one thing is another: a member left out, added, or of another value. */
export function alteredInput(input: JsonObject, pool: Pool, random: Random): JsonObject {
  const places = placesIn(input)
  const other = pickOf(pool.inputs, random)
  const added = other && pickOf(Object.keys(other), random)
  if (places.length === 0 || random() < 0.15)
    return added === undefined
      ? { ...input, Orgproof: 'x' }
      : { ...input, [added]: other?.[added] ?? null }
  const place = pickOf(places, random) ?? []
  return changedAt(input, place, (value) => alteredValue(value, pool, random)) as JsonObject
}

type Place = readonly (string | number)[]

/** Every place in a value but the whole. */
const placesIn = (value: Json, at: Place = []): readonly Place[] => {
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : isObject(value)
      ? Object.entries(value)
      : []
  return entries.flatMap(([name, part]) => [[...at, name], ...placesIn(part, [...at, name])])
}

/** The same value with another one at a place; without the place where that is undefined. */
const changedAt = (
  value: Json,
  [name, ...rest]: Place,
  change: (value: Json) => Json | undefined,
): Json => {
  const changed = (part: Json): Json | undefined =>
    rest.length === 0 ? change(part) : changedAt(part, rest, change)
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) => (index === name ? (changed(item) ?? []) : [item]))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      const next = key === name ? changed(part) : part
      return next === undefined ? [] : [[key, next]]
    }),
  )
}

const alteredValue = (value: Json, pool: Pool, random: Random): Json | undefined => {
  const chance = random()
  if (chance < 0.12) return undefined
  if (chance < 0.28) return pickOf(edges, random)
  if (Array.isArray(value)) return alteredList(value, random)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).slice(1))
  const alike = pool.scalars.filter((one) => typeof one === typeof value && one !== value)
  return chance < 0.75 ? pickOf(alike, random) : alteredScalar(value, random)
}

const alteredScalar = (value: Json, random: Random): Json => {
  if (typeof value === 'number') return value + (random() < 0.5 ? 1 : -1)
  return typeof value === 'string' ? alteredText(value, random) : !value
}

const alteredList = (list: readonly Json[], random: Random): Json => {
  const ways = [list.toReversed(), [...list, ...list], list.slice(1), list.slice(0, -1)]
  return pickOf(ways, random) ?? []
}

const alteredText = (text: string, random: Random): string =>
  pickOf(
    [`${text}x`, text.slice(0, -1), text.toUpperCase(), ` ${text}`, text.toLowerCase(), `é${text}`],
    random,
  ) ?? ''

/** One of several, by chance; undefined of none. */
export function pickOf<T>(all: readonly T[], random: Random): T | undefined {
  return all[Math.floor(random() * all.length)]
}
