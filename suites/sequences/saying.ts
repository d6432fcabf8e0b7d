import { mapLeaves } from '../../specs/contract/map-leaves.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'

/** Who acts in a sequence: two who found organizations, two who are invited, one whom nobody asks, one who is created. */
export const roles = ['owner', 'other', 'ann', 'bob', 'cy', 'made'] as const

export type Role = (typeof roles)[number]

/**
 * What a verb is said with. A text that begins with `$` is a symbol, and stands for what it names when it is said: `$unit A`
 * for whatever was called so last, `$ann` for an account, `$nobody unit` for an id that nothing has.
 */
export type SymbolicArgs = Readonly<Record<string, unknown>>

/** A command that makes sense where what it needs is there. */
export interface Saying {
  readonly verb: Verb
  readonly by: Role
  readonly args: SymbolicArgs
  /** what has to be so before; whoever writes a script brings it about */
  readonly needs: readonly string[]
  /** what may not be so before */
  readonly lacks: readonly string[]
  /** what is so then, if it is carried out */
  readonly makes: readonly string[]
  /** what is not so any more; with a `*` at its end, whatever begins so */
  readonly ends: readonly string[]
  /** what the id of its answer is called from then on */
  readonly calls?: string
}

/** What a saying may say of itself beside its verb and arguments. */
type Effect = Partial<Omit<Saying, 'verb' | 'args'>>

/** A command of the owner that needs the organization, unless it says otherwise. */
export function say(verb: Verb, args: SymbolicArgs, effect: Effect = {}): Saying {
  return {
    verb,
    args,
    by: 'owner',
    needs: ['organization'],
    lacks: [],
    makes: [],
    ends: [],
    ...effect,
  }
}

/** A vendor's own values that sayings choose from. */
export interface Values {
  readonly types: readonly string[]
  /** the types that are on from the start */
  readonly on: readonly string[]
  readonly services: readonly string[]
  readonly endpoints: readonly string[]
}

/** Every way to say some verbs. */
export type Sayings = (values: Values) => readonly Saying[]

/** The symbols in a value, at any depth, without their mark. */
export function symbolsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('$') ? [value.slice(1)] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(symbolsIn)
}

/** The same value with its symbols replaced, at any depth. */
export function replacedIn(value: unknown, replace: (symbol: string) => unknown): unknown {
  return mapLeaves(value, (leaf) =>
    typeof leaf === 'string' && leaf.startsWith('$') ? replace(leaf.slice(1)) : leaf,
  )
}
