import type { Json } from '../specs/contract/json.ts'
import type { Vendor } from '../specs/vendor/vendor.ts'
import type { RefusalName } from '../specs/vocabulary/refusal-name.ts'
import type { Args, Result, Verb } from '../specs/vocabulary/verbs.ts'
import type { Answer, Message, SignedHeadersOf } from '../specs/wire/wire.ts'

/** A look at an endpoint: the same script shows one thing where all is right, and another where a fault is. */
export interface Look {
  /** says verbs to an endpoint of any vendor that the fault names, with an empty world, and tells what it saw */
  readonly at: (visit: Visit) => Promise<unknown>
  readonly right: unknown
  readonly wrong: unknown
}

/** What came of a verb: `done`, why it was refused, or what is wrong with the answer. */
export type Came =
  | 'done'
  | RefusalName
  | 'another code'
  | 'unreadable'
  | 'garbled'
  | 'unimplemented'

/** A verb that was said, and what came of it. */
export interface LookOutcome<V extends Verb = Verb> {
  readonly came: Came
  readonly done: boolean
  /** throws when the verb is not done */
  readonly result: Result<V>
  /** the last answer */
  readonly answer: Answer
}

type Needless<A> = Record<string, never> extends A ? [args?: A] : [args: A]

/** An account that says verbs: one method for each. What it says may break the contract. */
export type Visitor = {
  readonly [V in Verb]: (...args: Needless<Args<V>>) => Promise<LookOutcome<V>>
} & { readonly id: string }

/** In what a signature differs from a sound one. */
export interface Forged {
  /** milliseconds since it was made; below 0 it is of the future */
  readonly age?: number
  readonly region?: string
  /** the names that are signed, out of the usual ones */
  readonly signedHeaders?: SignedHeadersOf
  /** goes behind the path before it is signed */
  readonly query?: string
  /** signs by a token that was issued so many milliseconds ago */
  readonly tokenAge?: number
}

/** An endpoint that is looked at, and three accounts that nobody knows yet. */
export interface Visit {
  readonly vendor: Vendor
  readonly boss: Visitor
  readonly guest: Visitor
  readonly third: Visitor
  /** the account of an id */
  readonly as: (account: string) => Visitor
  /** whether the vendor has a word for the verb */
  readonly speaks: (verb: Verb) => boolean
  /** says an operation in the vendor's own words, as the boss */
  readonly send: (operation: string, input: Json) => Promise<Came>
  /** whether a message that was forged, or spoiled on its way, is answered like the sound one */
  readonly believes: (scope: Forged, spoil?: (message: Message) => Message) => Promise<boolean>
  /** the answer to a message that nobody signed */
  readonly unsigned: () => Promise<Answer>
  readonly wait: (milliseconds: number) => void
}
