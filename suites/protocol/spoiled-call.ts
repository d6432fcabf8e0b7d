import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Credentials } from '../../specs/wire/wire.ts'
import type { Call } from '../client/call.ts'

/** What a proper call is made of before it is spoiled. */
export interface ProperCall {
  /** the caller's own */
  readonly credentials: Credentials
  /** milliseconds since 1970-01-01T00:00Z */
  readonly now: number
  /** the header that says which operation is called; undefined where the path does */
  readonly naming?: string
  /** the largest body the vendor says it takes, in bytes */
  readonly bodyLimit?: number
}

/** What a spoiled call has in place of a proper one's own. */
export type Spoils = Pick<
  Call,
  'before' | 'after' | 'credentials' | 'at' | 'region' | 'signedHeaders'
>

/** One way to spoil a call below its meaning: in the message, its frame, or its signature. */
export interface SpoiledCall {
  /** the last part of the check's id */
  readonly what: string
  /** goes before "is refused" */
  readonly title: string
  readonly refusal: RefusalName
  /**
   * whoever takes such a message lets others act in the account: the scheme of the protocol states that it is refused,
   * and a target that authenticates nobody declares so
   */
  readonly protects?: true
  /** an answer without the protocol's envelope will do: the message never reached the service */
  readonly bare?: true
  /** no code is judged: its answer has no body, or either of two mistakes may be named */
  readonly silent?: true
  /** whether it is a fault in the vendor's protocol at all; in every one unless said */
  readonly applies?: (vendor: Vendor) => boolean
  /** what shows that it is one, where that is a page of its own; else the area's */
  readonly source?: (vendor: Vendor) => string | undefined
  readonly spoil: (proper: ProperCall) => Spoils
  /** the same without the fault, where the unspoiled call does not show that the endpoint reads such a message */
  readonly twin?: (proper: ProperCall) => Spoils
}

/** A group of them that is sent together. */
export interface SpoiledArea {
  readonly area: string
  /** the file that says so, as `Check.source` */
  readonly file: string
  readonly source: (vendor: Vendor) => string
  /** what it asks about besides the call that is spoiled */
  readonly feature?: 'signatures'
  readonly calls: readonly SpoiledCall[]
}
