import { isDeepStrictEqual } from 'node:util'

/** What came and what was expected, in words that show where they differ and no more. */
export interface Told {
  readonly received: string
  readonly expected: string
}

/** Entries of a list that are named; of more it is said how many they are. */
const mostNamed = 20

/** Two values that ought to be equal: of objects, and of lists whose places have names, what differs is told alone. */
export function tellUnequal(
  received: unknown,
  expected: unknown,
  each: readonly string[] = [],
): Told {
  const [came, wanted] = [placesOf(received, each), placesOf(expected, each)]
  if (came === undefined || wanted === undefined) {
    return { received: inWords(received), expected: inWords(expected) }
  }
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(came)])]
  const differing = names.filter((name) => !isDeepStrictEqual(came[name], wanted[name]))
  const tell = (places: Places): string =>
    differing.map((name) => `${name}: ${inWords(places[name])}`).join(', ')
  return { received: tell(came), expected: tell(wanted) }
}

type Places = Readonly<Record<string, unknown>>

const placesOf = (value: unknown, each: readonly string[]): Places | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value)) return value as Places
  if (each.length === 0 || each.length !== value.length) return undefined
  return Object.fromEntries(each.map((name, index) => [name, value[index] as unknown]))
}

/** A value as people read it: sentences as they are, of things in a list their ids and names, of everything else the JSON. */
export function inWords(value: unknown): string {
  if (isSentence(value)) return value
  const told = Array.isArray(value) ? listInWords(value) : undefined
  return told ?? JSON.stringify(value) ?? 'nothing'
}

/** Undefined where the JSON says it best. */
const listInWords = (list: readonly unknown[]): string | undefined => {
  if (list.length === 0) return undefined
  if (list.every(isSentence)) return list.join('; ')
  const ids = list.flatMap((entry) => idOf(entry) ?? [])
  const more = ids.length - mostNamed
  const isPlain = typeof list[0] === 'string' && more <= 0
  if (isPlain || ids.length < list.length) return undefined
  return `${ids.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What has several words was made for people. */
const isSentence = (value: unknown): value is string =>
  typeof value === 'string' && value.includes(' ')

const idOf = (entry: unknown): string | undefined => {
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return undefined
  const { id, name } = entry as { readonly id: unknown; readonly name?: unknown }
  return typeof name === 'string' ? `${String(id)} (${name})` : String(id)
}
