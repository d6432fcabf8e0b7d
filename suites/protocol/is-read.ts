import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Interaction } from '../client/interaction.ts'
import { sameWord } from '../verdict/codes.ts'

/**
 * Whether a message was read as far as its meaning. What the call does may be done already: any refusal but the one of the
 * fault shows it, too.
 */
export function isRead(
  vendor: Vendor,
  { reply, exchange }: Interaction,
  refusal: RefusalName,
): boolean {
  if (reply.kind === 'output') return true
  if (reply.kind !== 'refusal') return false
  const answers = answersTo(vendor.refusals, refusal, exchange.operation) ?? []
  return !answers.some(({ code }) => sameWord(vendor, code, reply.code))
}
