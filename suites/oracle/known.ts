import type { World } from '../../specs/model/world.ts'
import { noFindings, type Findings } from './differences.ts'
import type { HeardCall } from './heard-call.ts'
import type { Learned } from './learned.ts'
import type { Readings } from './read-pages.ts'
import type { Standing } from './standing.ts'

/** What is known of a target behind the calls so far; undefined once nobody can tell what they did. */
export interface Known {
  readonly world: World
  readonly readings: Readings
  readonly learned: Learned
  /** the organization in it that stood before, once somebody read it */
  readonly standing?: Standing
}

/** What a call came to beside what is known of the target, and what is known then. */
export interface Step {
  readonly found: Findings
  readonly known: Known | undefined
  /** takes over what was learned */
  readonly keep: () => void
}

/** A call, and what is known when it is sent. */
export interface Stepping {
  readonly known: Known
  readonly heard: HeardCall
  readonly at: number
}

/** Nobody can tell any more what is so. */
export const lostTrack: Step = { found: noFindings(), known: undefined, keep: () => {} }

/** A call that nobody compares: it changes nothing, unless it was carried out. */
export function unread({ known, heard }: Pick<Stepping, 'known' | 'heard'>): Step {
  return isCarriedOut(heard) ? lostTrack : { found: noFindings(), known, keep: () => {} }
}

/** Whether a call may have changed anything. */
export function isCarriedOut({ writes, interaction: { reply } }: HeardCall): boolean {
  return writes && reply.kind !== 'refusal' && reply.kind !== 'unimplemented'
}
