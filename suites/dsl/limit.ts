import { isAnswerTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import {
  isFirm,
  limitBehind,
  limitOf,
  refusalBeyond,
  type LimitRefusal,
} from '../client/limit-of.ts'
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
  return withoutExcuse(outcome)
}

/** The numbers of which each thing that counts takes a call of its own. */
const counted: readonly LimitRefusal[] = [
  'unitCountExceeded',
  'accountCountExceeded',
  'policyCountExceeded',
]

/** What may count from the start, although nobody says so: the account that founds, a policy that stands by itself. */
const standing = 2

/**
 * A refusal that is due for a mistake and says that a number is reached: it is no excuse in a new organization of a target
 * that states the number, where `calls` are too few to reach it.
 */
export function unlessReached<T>(
  { vendor, target }: Limited,
  outcome: Outcome<T>,
  calls: number,
): Outcome<T> {
  if (outcome.kind !== 'refused' || target.accounts.mode !== 'any') return outcome
  const told = counted.find((refusal) => isAnswerTo(vendor.refusals, refusal, outcome))
  const most = told && target.limits[limitBehind[told]]
  if (typeof most !== 'number' || calls >= most - standing) return outcome
  return withoutExcuse(outcome)
}

const withoutExcuse = <T>(outcome: Refused<T>): Outcome<T> => {
  const { hindrance: _, ...plain } = outcome
  return plain
}

type Refused<T> = Extract<Outcome<T>, { readonly kind: 'refused' }>
