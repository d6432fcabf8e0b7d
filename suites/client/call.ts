import type { Json } from '../../specs/contract/json.ts'
import type { Credentials, Message, SignedHeadersOf } from '../../specs/wire/wire.ts'

/** A call of an operation, and in what it may differ from an ordinary one. */
export interface Call {
  readonly operation: string
  readonly input: Json
  /** the input breaks the contract on purpose */
  readonly deliberate?: boolean
  /** changes the message before it is signed */
  readonly before?: (message: Message) => Message
  /** changes the message after it was signed */
  readonly after?: (message: Message) => Message
  /** what it is signed with in the caller's name; the caller's own when absent */
  readonly credentials?: Credentials
  /** when it is signed; now when absent */
  readonly at?: Date
  /** the region it is signed for; the target's when absent */
  readonly region?: string
  /** which headers are signed, in which order; those of the vendor's clients when absent */
  readonly signedHeaders?: SignedHeadersOf
}
