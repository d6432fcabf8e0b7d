import type { Lens } from './lens.ts'
import type { Args, Result, Verb } from './vocabulary.ts'

/** How a vendor says one verb: the operation, what it takes, what it answers; both ways. */
export interface Row<V extends Verb> {
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
export type Dialect = { readonly [V in Verb]?: Row<V> }

/** The rows of some verbs, none missing. */
export type DialectOf<V extends Verb> = { readonly [K in V]: Row<K> }

/** The row of a verb; undefined when the vendor does not offer it. */
export function rowOf<V extends Verb>(dialect: Dialect, verb: V): Row<V> | undefined {
  return dialect[verb]
}

/** The verb an operation says; undefined when no row names the operation. */
export function verbOf(dialect: Dialect, operation: string): Verb | undefined {
  const found = Object.entries(dialect).find(([, row]) => row.operation === operation)
  return found?.[0] as Verb | undefined
}
