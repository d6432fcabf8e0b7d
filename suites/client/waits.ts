import type { Answer } from '../../specs/wire/wire.ts'
import type { Backoff } from './backoff.ts'
import type { Random } from './random.ts'

/** Milliseconds to wait before the next try, after so many: twice as long each time, and never the same for two calls. */
export function growingWait({ first, longest }: Backoff, tries: number, random: Random): number {
  return Math.min(longest, first * 2 ** (tries - 1)) * (0.5 + random() / 2)
}

/** How many milliseconds an answer asks to wait: a number of seconds, or an instant (RFC 9110, section 10.2.3); 0 when it asks nothing. */
export function askedWait(answer: Answer | undefined, now: number): number {
  const asked = answer?.headers['retry-after']?.trim() ?? ''
  if (/^\d+$/u.test(asked)) return Number(asked) * 1000
  const instant = Date.parse(asked)
  return Number.isNaN(instant) ? 0 : Math.max(0, instant - now)
}
