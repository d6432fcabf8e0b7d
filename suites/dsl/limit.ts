import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import { isFirm, limitOf } from '../client/limit-of.ts'
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
