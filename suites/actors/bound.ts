import { isDeepStrictEqual } from 'node:util'

import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { DangerClass } from '../client/target.ts'
import type { Bound, Counter } from './effect.ts'

/** A write about something that this run must have made, or that takes back what it did. */
export function bound<V extends Verb>(
  subject: Bound<V>['subject'],
  counters?: Counter<V>,
): Bound<V> {
  return { kind: 'bound', subject, ...(counters && { counters }) }
}

/** Does away with what it is about. */
export function ends<V extends Verb>(subject: Bound<V>['subject']): Bound<V> {
  return { ...bound(subject), ends: true }
}

/** Takes back a write with the very same arguments. */
export function sameArgs<V extends Verb>(verb: Verb): Counter<V> {
  return { verb, exact: true, same: (args, write) => isDeepStrictEqual(args, write.args) }
}

/** Takes back what the account itself did, whatever that was said with. */
export function byAccount<V extends Verb>(verb: Verb): Counter<V> {
  return { verb, exact: true, same: (_, write, account) => write.account === account }
}

/** The same write, which is less dangerous than those that touch accounts or the organization as a whole. */
export function classed<V extends Verb>(danger: DangerClass, effect: Bound<V>): Bound<V> {
  return { ...effect, danger }
}
