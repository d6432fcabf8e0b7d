import { isObject, type Json } from '../contract/json.ts'
import type { Args, Result, Verb } from '../vocabulary/verbs.ts'
import { Unreadable, type Lens } from './lens.ts'

/** How a vendor says one verb: the operation, what it takes, what it answers; both ways. */
export interface DialectRow<V extends Verb> {
  readonly operation: string
  /** asked by a client (`write`), heard by an endpoint (`read`) */
  readonly args: Lens<Args<V>>
  /**
   * the list in the input that holds one or more of what the verb speaks of: an endpoint carries out
   * a command for each of its entries, or none of them
   */
  readonly spread?: string
  /** answered by an endpoint (`write`), read by a client (`read`) */
  readonly result: Lens<Result<V>>
}

/** Every verb a vendor offers. A verb without a row is a feature it lacks. */
export type Dialect = { readonly [V in Verb]?: DialectRow<V> }

/** The rows of some verbs, none missing. */
export type DialectOf<V extends Verb> = { readonly [K in V]: DialectRow<K> }

/** The row of a verb; undefined when the vendor does not offer it. */
export function rowOf<V extends Verb>(dialect: Dialect, verb: V): DialectRow<V> | undefined {
  return dialect[verb]
}

/** The verb an operation says; undefined when no row names the operation. */
export function verbOf(dialect: Dialect, operation: string): Verb | undefined {
  const found = Object.entries(dialect).find(([, row]) => row.operation === operation)
  return found?.[0] as Verb | undefined
}

/** A verb, and how a vendor says it. */
export interface VerbReading {
  readonly verb: Verb
  readonly row: DialectRow<Verb>
}

/** What each operation may mean: its verbs in the order of the dialect; of those, the first that can read an input is meant. */
export function verbReadingsOf(dialect: Dialect): ReadonlyMap<string, readonly VerbReading[]> {
  const readings = known.get(dialect) ?? readingsIn(dialect)
  known.set(dialect, readings)
  return readings
}

/** Whoever opens a model asks anew. */
const known = new WeakMap<Dialect, ReadonlyMap<string, readonly VerbReading[]>>()

const readingsIn = (dialect: Dialect): ReadonlyMap<string, readonly VerbReading[]> => {
  const readings = new Map<string, readonly VerbReading[]>()
  for (const [verb, row] of Object.entries(dialect) as [Verb, DialectRow<Verb>][]) {
    readings.set(row.operation, [...(readings.get(row.operation) ?? []), { verb, row }])
  }
  return readings
}

/** An input understood: one command's arguments or, where the row spreads over a list, those of several. */
export interface Understood extends VerbReading {
  readonly all: readonly Args<Verb>[]
}

/** What an input means; undefined when none of the verbs can read it. Throws only for a mistake in a lens. */
export function understand(readings: readonly VerbReading[], input: Json): Understood | undefined {
  for (const { verb, row } of readings) {
    try {
      const all = spreadOver(input, row.spread).map((one) => row.args.read(one))
      return { verb, row, all }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
    }
  }
  return undefined
}

/** The input once for every entry of the list that the row spreads over. */
const spreadOver = (input: Json, list: string | undefined): readonly Json[] => {
  if (list === undefined || !isObject(input)) return [input]
  const entries = input[list]
  return Array.isArray(entries)
    ? entries.map((entry: Json) => ({ ...input, [list]: [entry] }))
    : [input]
}
