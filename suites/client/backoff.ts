import { isLoopback } from './loopback.ts'
import type { Target } from './target.ts'

/** How a call that was answered badly waits before it is sent again, and for how long it is. */
export interface Backoff {
  /** the first wait in milliseconds; each later one is twice as long */
  readonly first: number
  /** the longest wait in milliseconds, also where the endpoint asks for a longer one */
  readonly longest: number
  /** how often a call is sent at most */
  readonly tries: number
  /** busy answers to one call, while no other call got anything else, after which nothing else is expected */
  readonly hopeless: number
  /** milliseconds of nothing but busy answers, to whatever is asked, after which nothing else is expected */
  readonly patience: number
}

/** About half a minute; an endpoint on this machine has no reason to be busy for longer. */
const near: Backoff = { first: 50, longest: 5000, tries: 12, hopeless: 8, patience: 30_000 }

/** About six minutes: services let nobody in for as long as four after an organization was founded, or for windows of five. */
const far: Backoff = { first: 200, longest: 30_000, tries: 20, hopeless: 14, patience: 360_000 }

/** The backoff of calls to a target. */
export function backoffFor({ endpoint }: Pick<Target, 'endpoint'>): Backoff {
  return isLoopback(new URL(endpoint)) ? near : far
}
