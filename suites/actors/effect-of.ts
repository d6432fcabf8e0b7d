import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Effect } from './effect.ts'
import { effects } from './effects.ts'
import { ownEffects } from './own/own-effects.ts'

type Effects = { readonly [V in Verb]?: Effect<V> }

const known: Effects = { ...ownEffects, ...effects }

/**
 * The effect of a verb that is known only when the program runs: its arguments are the caller's to match. A verb of one
 * vendor's own that is in no table leaves nothing where its operation only reads; else nobody knows how to take it back.
 */
export function effectOf(vendor: EffectsOf, verb: Verb): Effect<Verb> {
  return (
    (known[verb] as Effect<Verb> | undefined) ?? { kind: reads(vendor, verb) ? 'none' : 'lasting' }
  )
}

/** What tells whether a verb writes. */
export type EffectsOf = Pick<Vendor, 'dialect' | 'requestTemplates'>

const reads = ({ dialect, requestTemplates }: EffectsOf, verb: Verb): boolean =>
  requestTemplates[dialect[verb]?.operation ?? '']?.writes === false
