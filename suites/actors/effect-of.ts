import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Effect } from './effect.ts'
import { effects } from './effects.ts'
import { ownEffects } from './own/own-effects.ts'

type Effects = { readonly [V in Verb]?: Effect<V> }

const known: Effects = { ...ownEffects, ...effects }

/**
 * The effect of a verb that is known only when the program runs: its arguments are the caller's to match. A verb of one
 * vendor's own that is in no table leaves nothing where its operation only reads and is all that a client says; else
 * nobody knows how to take it back.
 */
export function effectOf(vendor: EffectsOf, verb: Verb): Effect<Verb> {
  return (
    (known[verb] as Effect<Verb> | undefined) ?? {
      kind: onlyReads(vendor, verb) ? 'none' : 'lasting',
    }
  )
}

/** What tells whether a verb writes. */
export type EffectsOf = Pick<Vendor, 'dialect' | 'requestTemplates' | 'workflows'>

/** What the steps of a workflow do only shows when they are said. */
const onlyReads = ({ dialect, requestTemplates, workflows }: EffectsOf, verb: Verb): boolean =>
  workflows?.[verb] === undefined &&
  requestTemplates[dialect[verb]?.operation ?? '']?.writes === false
