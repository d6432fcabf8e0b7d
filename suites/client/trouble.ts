import type { TransientError } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalReply, Reply, UnimplementedReply } from '../../specs/wire/wire.ts'
import { isClientError, sameWord } from '../verdict/codes.ts'
import type { LostReply } from './interaction.ts'
import { lossTries } from './patient-connection.ts'

/**
 * What may pass by waiting. `busy`: nothing was done, come again. `doubtful`: the answer does not tell whether anything
 * was done; the same question may be answered the next time.
 */
export type Trouble = 'busy' | 'doubtful'

/** Whether a reply may pass by waiting: a code that the vendor calls passing, throttling, a failure of the endpoint, half an answer. */
export function troubleOf(vendor: Vendor, reply: Reply | LostReply): Trouble | undefined {
  if (reply.kind === 'lost') return mayPass(reply) ? 'doubtful' : undefined
  if (isThrottled(reply)) return 'busy'
  if (reply.kind === 'refusal') return troubleOfRefusal(vendor, reply)
  // half a refusal looks like the page of a gateway that knows no such place
  if (reply.kind === 'unimplemented') return isPlainDenial(reply) ? undefined : 'doubtful'
  return reply.kind === 'garbled' ? 'doubtful' : undefined
}

/** Whether the next try may come to something else: not where nobody listens, or an answer is too large. */
export function mayPass({ problem }: LostReply): boolean {
  return lossTries[problem] !== undefined
}

/** Whatever stands in the body: too many requests, or no service now (RFC 6585 section 4, RFC 9110 section 15.6.4). */
const isThrottled = ({ status }: Reply): boolean => status === 429 || status === 503

const isPlainDenial = ({ status, code }: UnimplementedReply): boolean =>
  status === 501 || code !== undefined

/** Whether a reply says, however unclearly, that nothing was done: it blames the caller, or denies the operation. */
export function deniesAll(reply: Reply | LostReply): boolean {
  if (reply.kind === 'lost') return false
  return reply.kind === 'unimplemented' || (reply.status >= 400 && reply.status < 500)
}

const troubleOfRefusal = (vendor: Vendor, reply: RefusalReply): Trouble | undefined => {
  const known = transientRow(vendor, reply)
  if (known !== undefined) return known.mayBeDone === true ? 'doubtful' : 'busy'
  return isClientError(reply) ? undefined : 'doubtful'
}

const transientRow = (vendor: Vendor, { code, reason }: RefusalReply): TransientError | undefined =>
  vendor.refusals.transient.find(
    (row) =>
      sameWord(vendor, row.code, code) && (row.reason === undefined || row.reason === reason),
  )

/**
 * Whether a reply that outlasted every try shows nothing of the endpoint but that it was busy. A failure of its own that
 * comes each time is a finding, and so is what is no answer at all.
 */
export function showsNothing(vendor: Vendor, reply: Reply): boolean {
  const trouble = troubleOf(vendor, reply)
  if (trouble !== 'doubtful' || reply.kind !== 'refusal') return trouble === 'busy'
  return transientRow(vendor, reply) !== undefined && isClientError(reply)
}
