import type { Backoff } from './backoff.ts'
import type { LookUp } from './call.ts'
import type { ClientParts } from './client-parts.ts'
import type { Interaction } from './interaction.ts'
import type { Limiter } from './limiter.ts'
import type { Random } from './random.ts'
import type { Superseded } from './superseded.ts'
import type { Tally } from './tally.ts'
import type { Trouble } from './trouble.ts'

/** What repeating needs to know of a call. */
export interface Repeatable {
  readonly operation: string
  /** to say it twice changes nothing: it reads, or it is going to be refused */
  readonly harmless: boolean
  readonly lookUp?: LookUp | undefined
  /** why its next try is not allowed; undefined where it is, which counts that try. All are allowed when absent */
  readonly denied?: () => string | undefined
}

/** What repeating works with. */
export interface RepeatParts extends Pick<
  ClientParts,
  'vendor' | 'transcript' | 'now' | 'pause' | 'stop' | 'enduring'
> {
  readonly limiter: Limiter
  readonly backoff: Backoff
  readonly tally: Tally
  readonly random: Random
  /** milliseconds after which what was written is listed */
  readonly listedWithin: number
  /** what is left twice hurts nobody: the accounts are the suite's own */
  readonly free: boolean
}

/** How far a call has come. */
export interface Course {
  /** the tries that came to nothing and were followed by another */
  readonly superseded: Superseded[]
  busy: number
  /** how often each trouble came that leaves it in doubt what was done */
  readonly doubts: Map<string, number>
  /** it was sent again after a doubtful answer */
  again: boolean
  found?: { readonly value: unknown } | undefined
  untold: boolean
}

/** One try of a call. */
export interface Try {
  readonly course: Course
  readonly interaction: Interaction
  readonly trouble: Trouble | undefined
}
