import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { EffectsOf } from './effect-of.ts'
import type { Hands } from './effect.ts'
import type { Ledger } from './ledger.ts'
import type { LookingAgain } from './settled-look.ts'

/** What taking back works with. */
export interface TakingBack extends LookingAgain {
  readonly vendor: EffectsOf
  readonly ledger: Ledger
  /** hands that let go when the signal fires, and that no stop of the run and no earlier silence holds back */
  readonly openHands: (signal: AbortSignal) => (account: string) => Hands
  /** milliseconds that one undo may take, looks and repetitions included */
  readonly deadline: number
  readonly proofs: Proofs
  /** when it fires, what is being taken back is finished, and nothing more is begun; nothing does unless said */
  readonly stopped?: AbortSignal
}

/** Milliseconds for one undo, by those of one exchange and of a listing: it is some exchanges long, and is waited for before and after. */
export function undoDeadline(exchange: number, listedWithin: number): number {
  return Math.max(10_000, 3 * exchange) + 3 * listedWithin
}

/** Whether taking back what a verb leaves is known to work; `failed` says why it does not. */
export interface Proofs {
  readonly of: (verb: Verb) => 'unproven' | 'proven' | { readonly failed: string }
  readonly worked: (verb: Verb) => void
  readonly failed: (verb: Verb, why: string) => void
}

/** No verb is proven at first; one that failed stays failed. */
export function openProofs(): Proofs {
  const known = new Map<Verb, ReturnType<Proofs['of']>>()
  const of: Proofs['of'] = (verb) => known.get(verb) ?? 'unproven'
  return {
    of,
    worked: (verb) => {
      if (of(verb) === 'unproven') known.set(verb, 'proven')
    },
    failed: (verb, failed) => void known.set(verb, { failed }),
  }
}
