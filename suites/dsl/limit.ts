import { isAnswerTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import { isFirm, limitOf, refusalBeyond } from '../client/limit-of.ts'
import type { Target } from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'

interface Limited {
  readonly vendor: Vendor
  readonly target: Target
}

/** Throws `PrerequisiteMissing` (NO_QUOTA) where what goes beyond a limit succeeds, and nobody says that the target has just that one. */
export function ensureLimited(
  limited: Limited,
  outcome: Outcome<unknown>,
  beyond: LimitName,
): void {
  if (outcome.kind !== 'done' || isFirm(limited.vendor, limited.target, beyond)) return
  const most = limitOf(limited.vendor, limited.target, beyond)
  throw new PrerequisiteMissing(
    'NO_QUOTA',
    `the target takes more than the published ${beyond} of ${most}: its own number is not stated`,
    [outcome.exchange],
  )
}

/**
 * An outcome within a limit: that the limit is reached excuses no refusal where the target has to keep to that number. Only
 * for numbers that nobody but the story uses up.
 */
export function heldToLimit<T>(
  { vendor, target }: Limited,
  outcome: Outcome<T>,
  within: LimitName,
): Outcome<T> {
  const refusal = refusalBeyond[within]
  if (outcome.kind !== 'refused' || refusal === undefined) return outcome
  if (!isFirm(vendor, target, within) || !isAnswerTo(vendor.refusals, refusal, outcome))
    return outcome
  const { hindrance: _, ...plain } = outcome
  return plain
}
