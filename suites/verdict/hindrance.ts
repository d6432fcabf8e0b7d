import { isOneOf, mayHinder, type Hindrance as Named } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalReply } from '../../specs/wire/wire.ts'
import type { Hindrance } from './outcome.ts'

/** A refusal of an operation. */
interface Refused {
  readonly operation: string
  readonly reply: Pick<RefusalReply, 'code' | 'reason'>
}

/**
 * What a refusal tells of the target where it tells nothing of the request: a quota is used up, or an account is not
 * ready (refusals.json). Undefined for every other refusal, and where the operation adds nothing to what a quota counts.
 */
export function hindranceIn(
  { refusals: { quotas = [], unready = [] } }: Pick<Vendor, 'refusals'>,
  { reply, operation }: Refused,
): Hindrance | undefined {
  const stops = (one: Named): boolean => mayHinder(one, operation)
  const name = reply.reason === undefined ? reply.code : `${reply.code} (${reply.reason})`
  if (isOneOf(quotas.filter(stops), reply)) {
    return { code: 'NO_QUOTA', reason: `a quota of the target is used up: ${name}` }
  }
  if (isOneOf(unready.filter(stops), reply)) {
    return { code: 'NO_PRINCIPAL', reason: `the account is not ready for this: ${name}` }
  }
  return undefined
}
