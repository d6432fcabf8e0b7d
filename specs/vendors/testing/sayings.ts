import type { Args, Verb } from '../../vocabulary/verbs.ts'
import type { Known } from './known.ts'

/** With which arguments each of some verbs is said, right and wrong ones: those that are done more often come first. */
export type Sayings<V extends Verb = Verb> = {
  readonly [K in V]: (known: Known) => readonly Args<K>[]
}

/** A verb that takes nothing. */
export function plain(): readonly Readonly<Record<string, never>>[] {
  return [{}]
}

interface Page {
  readonly size?: number
  readonly token?: string
}

/** A question for a list, and the pages of it that nobody can have. */
export function pages<T extends object>(args: T): readonly (T & Page)[] {
  return [args, { ...args, size: -1 }, { ...args, size: 100_000 }, { ...args, token: '~' }]
}
