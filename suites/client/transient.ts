import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Reply } from '../../specs/wire/wire.ts'
import type { LostReply } from './interaction.ts'

/** Whether waiting may help: a code the vendor calls passing, throttling, a connection cut short. */
export function isTransient(vendor: Vendor, reply: Reply | LostReply): boolean {
  if (reply.kind === 'lost') return reply.problem === 'reset'
  if (reply.kind !== 'refusal') return reply.status === 503 || reply.status === 429
  return vendor.refusals.transient.some(
    ({ code, reason }) => code === reply.code && (reason === undefined || reason === reply.reason),
  )
}
