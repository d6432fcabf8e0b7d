import { isAnswerTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import { limitBehind, limitOf, type LimitRefusal } from '../client/limit-of.ts'
import type { Target } from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'

/** A number of things that an organization has room for, and that a story reaches. */
export interface Quota {
  readonly limit: LimitName
  readonly most: number
  /** the target states the number itself: fewer are wrong, too */
  readonly stated: boolean
  /** whether an outcome is the refusal that says that this number is reached */
  readonly tells: (outcome: Outcome<unknown>) => boolean
}

/**
 * How far a story goes: a published number of hundreds takes a real service too long, and may be larger there. Who
 * states a number says that it can be reached.
 */
const farthest = { published: 200, stated: 5000 }

/** An organization with less room than this is full before a story begins. */
const leastRoom = 3

/**
 * The number that a story is to reach, which this refusal names. Throws `PrerequisiteMissing` (NO_QUOTA) where it can not: in an organization that
 * was given others use it up, too, and what is not known, or too large, can not be reached.
 */
export function quotaOf(
  { vendor, target }: { readonly vendor: Vendor; readonly target: Target },
  refusal: LimitRefusal,
): Quota {
  const limit = limitBehind[refusal]
  if (target.accounts.mode !== 'any') {
    throw unreachable(`where accounts are given ${limit} is not used up: others need it, too`)
  }
  const most = limitOf(vendor, target, limit)
  if (most === undefined) throw unreachable(`the target's ${limit} is not known`)
  const stated = typeof target.limits[limit] === 'number'
  if (most > (stated ? farthest.stated : farthest.published)) {
    throw unreachable(`the target's ${limit} of ${most} is too large to be reached`)
  }
  if (most < leastRoom) throw unreachable(`the target's ${limit} of ${most} leaves no room`)
  const tells = (outcome: Outcome<unknown>): boolean =>
    outcome.kind === 'refused' && isAnswerTo(vendor.refusals, refusal, outcome)
  return { limit, most, stated, tells }
}

const unreachable = (reason: string): PrerequisiteMissing =>
  new PrerequisiteMissing('NO_QUOTA', reason)
