import type { Instant } from '../../vocabulary/nouns.ts'

/** How much time passes at once: enough for what takes a moment, or more than an account or an invitation has to wait. */
export const waits: readonly number[] = [1000, 16 * 24 * 60 * 60 * 1000]

const long = waits[1] ?? Infinity

/**
 * How old something is, as far as rules can tell when time passes in these waits only: it is still to come, new, a
 * moment old, or one to three long waits; whatever a rule asks about is over by then.
 */
export function ageOf(at: Instant | undefined, now: Instant): string {
  if (at === undefined) return ''
  const age = now - at
  if (age < 0) return '-'
  // what was to come when a long wait began is nearly as old as the wait
  const waited = Math.round(age / long)
  if (waited === 0) return age === 0 ? '0' : 'm'
  return String(Math.min(3, waited))
}

/** The same of what only long waits make older. */
export function longAgeOf(at: Instant | undefined, now: Instant): string {
  const age = ageOf(at, now)
  return age === 'm' ? '0' : age
}
