import type { Verb } from '../../../specs/vocabulary/verbs.ts'
import type { Sayings } from '../saying.ts'

/** What a vendor alone says in sequences. */
export interface OwnWords {
  /** how often a verb is said of its own accord, by area */
  readonly says: Readonly<Record<string, Readonly<Partial<Record<Verb, number>>>>>
  readonly sayings: Sayings
}
