import { answersTo, isAnswerTo, isOneOf, mayHinder } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { RefusalReply } from '../../specs/wire/wire.ts'
import type { CaseContext } from '../case/case-context.ts'
import { writes } from '../client/exchange-once.ts'
import type { Interaction } from '../client/interaction.ts'
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

/** The numbers of which each thing that counts takes a write of its own. */
const counted: readonly LimitRefusal[] = [
  'unitDepthExceeded',
  'unitCountExceeded',
  'accountCountExceeded',
  'policyCountExceeded',
]

/** What may count from the start, although nobody says so: the account that founds, a policy that stands by itself. */
const standing = 2

/**
 * A refusal that is due for a mistake and says that a number is reached: it is no excuse in a new organization of a target
 * that states the number, where too little was written to reach it.
 */
export function unlessReached<T>(
  limited: Limited & Pick<CaseContext, 'interactions'>,
  outcome: Outcome<T>,
): Outcome<T> {
  const { vendor, target, interactions } = limited
  if (outcome.kind !== 'refused' || target.accounts.mode !== 'any') return outcome
  const told = counted.filter((refusal) => isToldBy(vendor, refusal, outcome))
  if (told.length === 0) return outcome
  const adds = addingTo(vendor, outcome.reply)
  const written = interactions.filter((one) => mayHaveWritten(vendor, one) && adds(one)).length
  const isReached = (refusal: LimitRefusal): boolean => {
    const most = target.limits[limitBehind[refusal]]
    return typeof most !== 'number' || written >= most - standing
  }
  return told.some(isReached) ? outcome : withoutExcuse(outcome)
}

/** Whether a refusal says that this number is reached, or, by a class of codes alone, that some number is. */
const isToldBy = (
  { refusals }: Vendor,
  refusal: LimitRefusal,
  { operation, reply }: Pick<Refused<unknown>, 'operation' | 'reply'>,
): boolean =>
  isAnswerTo(refusals, refusal, { operation, reply }) ||
  (refusals.classes === true &&
    (answersTo(refusals, refusal, operation) ?? []).some(({ code }) =>
      code.startsWith(`${reply.code}.`),
    ))

/** Whether a call may add to what a refusal says is full. */
const addingTo = (
  { refusals: { quotas = [] } }: Vendor,
  reply: Pick<RefusalReply, 'code' | 'reason'>,
): ((interaction: Interaction) => boolean) => {
  const quota = quotas.find((name) => isOneOf([name], reply))
  return ({ exchange }) => quota === undefined || mayHinder(quota, exchange.operation)
}

const mayHaveWritten = (vendor: Vendor, { exchange, reply }: Interaction): boolean =>
  writes(vendor, exchange.operation) && reply.kind !== 'refusal' && reply.kind !== 'unimplemented'

const withoutExcuse = <T>(outcome: Refused<T>): Outcome<T> => {
  const { hindrance: _, ...plain } = outcome
  return plain
}

type Refused<T> = Extract<Outcome<T>, { readonly kind: 'refused' }>
