import { own } from '../../specs/contract/own.ts'
import type { ErrorName, Refusals } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { wordOf } from '../../specs/wire/sub-code.ts'
import type { RefusalReply } from '../../specs/wire/wire.ts'
import type { Judgement } from './verdict.ts'

/** Whether a refusal blames the caller: some protocols answer one with HTTP 200; none calls its own failure one. */
export function isClientError({ status, fault }: RefusalReply): boolean {
  return status < 500 && fault === undefined
}

/**
 * Whether two spellings mean the same code: a document may spell one otherwise than the wire, and where codes have
 * classes, a word of its own behind a code that was documented without one only says more.
 */
export function sameWord({ refusals }: Vendor, documented: string, answered: string): boolean {
  return (
    documented === answered ||
    (refusals.synonyms[documented]?.includes(answered) ?? false) ||
    (hasWordOfItsOwn(refusals, answered) && answered.startsWith(`${documented}.`))
  )
}

/**
 * Whether a code says less exactly, or in a word that the document has not, what another one says, where codes have
 * classes: one that the document gives to another mistake says something else.
 */
export function isNear({ refusals }: Vendor, documented: string, answered: string): boolean {
  const kind = answered.split('.')[0]
  const isOpen = answered === kind || hasWordOfItsOwn(refusals, answered)
  return refusals.classes === true && isOpen && documented.split('.')[0] === kind
}

/** Whether the sub-code of an answer is one of its code's that the document has for none of the mistakes it would fit. */
export function saysOtherMistake(
  vendor: Vendor,
  fitting: readonly ErrorName[],
  { reason = '' }: ErrorName,
): boolean {
  const word = wordOf(reason)
  const known = ({ code }: ErrorName): boolean =>
    own(own(vendor.refusals.reasons, code) ?? {}, word) !== undefined
  return (
    fitting.some(known) &&
    fitting.every((name) => name.reason !== undefined && !sameWord(vendor, name.reason, word))
  )
}

/** Whether a code is of a class that is known, with a word behind it that the document has not. */
const hasWordOfItsOwn = ({ classes, codes }: Refusals, answered: string): boolean =>
  classes === true && answered.includes('.') && codes[answered] === undefined

/** Whether an operation may answer a code: its own list names it, or it is common to all. */
export function isDeclared(vendor: Vendor, operation: string, code: string): boolean {
  const declared = vendor.contract.operations.get(operation)?.errors ?? []
  return [...declared, ...vendor.refusals.common].some((name) => sameWord(vendor, name, code))
}

/** What of a reply tells whether it is a refusal with the status of a success. */
interface SuccessStatus {
  readonly status?: number
  readonly inSuccess?: true
}

/** A refusal with the status of a success is one, and is warned of: clients that look at the status miss it. */
export function softened({ inSuccess, status }: SuccessStatus, judged: Judgement): Judgement {
  if (inSuccess !== true || judged.verdict !== 'pass') return judged
  return { ...judged, verdict: 'warn', reason: `the refusal comes with status ${status}` }
}
