import type { Operation } from '../contract/contract.ts'
import type { Json, JsonObject } from '../contract/json.ts'

/** The head of an HTTP request as it travels: header names in lower case, `path` with its query. */
export interface MessageHead {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/** An HTTP request as it travels. */
export interface Message extends MessageHead {
  readonly body: string
  /** the body's bytes where they are no UTF-8: they travel and are signed, `body` is then only their nearest reading */
  readonly bytes?: Uint8Array
}

/** An HTTP response as it came: header names in lower case, body decoded as UTF-8. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The parts of an answer that its protocol frames. */
export const frameParts = ['readable', 'status', 'envelope', 'content-type', 'request-id'] as const
export type FramePart = (typeof frameParts)[number]

/** A deviation from the frame of the protocol that clients tolerate: of which part, and in words for people. */
export interface FrameNote {
  readonly of: FramePart
  readonly says: string
}

/** An error answer as its protocol frames it. */
export interface RefusalReply {
  readonly kind: 'refusal'
  readonly status: number
  readonly code: string
  readonly reason?: string
  readonly message?: string
  /** where the protocol frames it in the body; others have a header for it */
  readonly requestId?: string
  /** the endpoint says that it failed itself, in a protocol whose status does not */
  readonly fault?: 'endpoint'
  /** it stands in the answer of a success, in a protocol whose refusals have a status of their own */
  readonly inSuccess?: true
  /** Deviations from the frame that clients tolerate; noted, never hidden. */
  readonly notes: readonly FrameNote[]
}

/** A success answer; an empty body is an empty object. */
export interface OutputReply {
  readonly kind: 'output'
  readonly status: number
  readonly output: JsonObject
  /** where the protocol frames it in the body; others have a header for it */
  readonly requestId?: string
  readonly notes: readonly FrameNote[]
}

/** Not an answer of this protocol: HTML, half a JSON, an array, a status without an envelope. */
export interface GarbledReply {
  readonly kind: 'garbled'
  readonly status: number
  readonly problem: string
}

/** The endpoint says, in whichever words, that it does not offer the operation. */
export interface UnimplementedReply {
  readonly kind: 'unimplemented'
  readonly status: number
  readonly how: string
  /** the error code it used, when it used one */
  readonly code?: string
}

/** What an answer says. */
export type Reply = OutputReply | RefusalReply | GarbledReply | UnimplementedReply

/** Long-lived or temporary keys. `secret` and `token` never reach a report. */
export interface Credentials {
  readonly accessKey: string
  readonly secret: string
  readonly token?: string
}

/** Makes another list of signed headers out of the one that a signer writes. */
export type SignedHeadersOf = (names: readonly string[]) => readonly string[]

/** What a signature covers besides the message, and how it is made. */
export interface SigningScope {
  readonly credentials: Credentials
  readonly region: string
  /** the instant that the signature states */
  readonly at: Date
  /**
   * the headers to sign instead of the scheme's own, in the order and as often as they are to stand in the list, even
   * where the scheme forbids such a list; a token that stands in for a signature has none
   */
  readonly signedHeaders?: SignedHeadersOf
}

/** Why a message was not accepted before anybody looked at its meaning. `refusal` is a neutral name of refusals.json. */
export interface WireProblem {
  readonly problem: string
  readonly detail: string
}

/** A message understood: which operation, with which input. */
export interface Heard {
  readonly operation: string
  readonly input: Json
}

/** Where and when a server judges a message. */
export interface Serving {
  readonly now: Date
  /** the regions it serves; only a scheme that signs the region looks at them */
  readonly regions: readonly string[]
}

/** Looks up the keys that belong to an access key id; undefined when nobody has them. */
export type KeyRing = (accessKey: string) => Credentials | undefined

/** Takes out of a whole text what nobody may read in a quotation from it. */
export type Show = (text: string) => string

/** The grammar of one protocol: pure functions between calls and messages, for both sides. */
export interface Wire {
  /** client: the unsigned message of a call */
  encode(operation: Operation, input: Json): Message
  /**
   * client: whether a message can carry a member with that fault (`type/number`, `required/missing` …) so that
   * the server hears it; a step of a path has no type. Absent: whatever is in an input can be heard.
   */
  carries?(operation: Operation, member: string, fault: string): boolean
  /** client: signs for `endpoint` (its host goes into the signature) */
  sign(message: Message, endpoint: URL, scope: SigningScope): Promise<Message>
  /**
   * client: what an answer says. A problem may quote the answer: in the words of `show`, which sees the whole text
   * before it is cut; what the answer means never depends on it.
   */
  decode(operation: Operation, answer: Answer, show?: Show): Reply
  /** server: which call a message is */
  hear(message: Message): Heard | WireProblem
  /** server: the access key that a head names, however broken the rest of it is; undefined when it names none */
  claimant(head: MessageHead): string | undefined
  /** server: whose message it is (the access key), or why it can not be trusted */
  verify(
    message: Message,
    keys: KeyRing,
    serving: Serving,
  ): Promise<{ readonly accessKey: string } | WireProblem>
  /** server: the answer of a success */
  answer(operation: string, output: JsonObject, requestId: string): Answer
  /** server: the answer of a refusal */
  refuse(error: ErrorAnswer, requestId: string): Answer
}

/** An error a server frames: the code and what belongs to it. */
export interface ErrorAnswer {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly reason?: string
}
