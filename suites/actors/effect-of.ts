import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Effect } from './effect.ts'
import { effects } from './effects.ts'

/** The effect of a verb that is known only when the program runs: its arguments are the caller's to match. */
export function effectOf(verb: Verb): Effect<Verb> {
  return effects[verb] as Effect<Verb>
}
