import type { Operation } from '../../specs/contract/contract.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { FrameNote, RefusalReply } from '../../specs/wire/wire.ts'
import { sameWord } from '../verdict/codes.ts'
import { statedStatuses, wrongStatus } from '../verdict/stated-statuses.ts'
import type { Interaction } from './interaction.ts'

/**
 * In what an answer is framed otherwise than its protocol says; undefined where nothing can be said of it. An error that
 * the operation does not declare may be that of a gateway in front of the service, which has a frame of its own.
 */
export function framingOf(
  vendor: Vendor,
  operation: Operation,
  reply: Interaction['reply'],
): readonly FrameNote[] | undefined {
  if (reply.kind === 'output') return reply.notes
  if (reply.kind !== 'refusal' || !isOfService(vendor, operation, reply)) return undefined
  return [...reply.notes, ...statusNotes(vendor, reply)]
}

/** Where the status is the same for whoever answers, so is the rest of the frame. */
const isOfService = (vendor: Vendor, { errors }: Operation, { code }: RefusalReply): boolean =>
  vendor.protocol.statusAlwaysOk === true || errors.some((name) => sameWord(vendor, name, code))

/** The status of a refusal is the one that is stated for its code, or for all of them; what passes by waiting has any. */
const statusNotes = (vendor: Vendor, reply: RefusalReply): readonly FrameNote[] => {
  const { refusalStatus } = vendor.protocol
  const passes = vendor.refusals.transient.some((name) => name.code === reply.code)
  // the protocol itself has noted it already: a refusal with the status of a success, say
  if (passes || reply.notes.some(({ of }) => of === 'status')) return []
  const common = refusalStatus === undefined ? [] : [refusalStatus]
  const fitting = statedStatuses(vendor, reply.code) ?? common
  const says = fitting.length === 0 ? undefined : wrongStatus(reply, fitting)
  return says === undefined ? [] : [{ of: 'status', says }]
}
