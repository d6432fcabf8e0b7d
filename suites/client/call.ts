import type { Json } from '../../specs/contract/json.ts'
import type { Credentials, Message, RefusalReply, SignedHeadersOf } from '../../specs/wire/wire.ts'

/** What a look shows of a write whose answer does not tell. */
export type Seen =
  | { readonly kind: 'so'; readonly value: unknown }
  | { readonly kind: 'not so' }
  /** nobody can tell */
  | { readonly kind: 'unseen' }

/** How is found out whether a write was done whose answer does not tell. */
export interface LookUp {
  /** looks once whether what the write asks for is so; never rejects */
  readonly look: () => Promise<Seen>
  /** what a refusal of the repeated write shows by itself */
  readonly seenIn?: (reply: RefusalReply) => Seen
  /** said again, it would leave one more; anything else leaves what it left the first time */
  readonly adds?: true
  /** to say it again would do it again: it is not, unless a look shows that it was not done */
  readonly once?: true
}

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
  /** the case that it belongs to, for the log of the endpoint */
  readonly case?: string
  /** for a write that is not known to be refused; without, nobody can tell what became of it */
  readonly lookUp?: LookUp
}

/** Whether the message of a call is spoiled on purpose, whatever its input is. */
export function isSpoiled(call: Call): boolean {
  const { before, after, credentials, at, region, signedHeaders } = call
  const spoils = [before, after, credentials, at, region, signedHeaders]
  return spoils.some((spoil) => spoil !== undefined)
}
