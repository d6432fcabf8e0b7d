import type { Reply } from '../../specs/wire/wire.ts'
import type { ConnectionProblemName } from './connection-problem.ts'
import type { Violation } from './contract-validator.ts'
import type { Exchange } from './transcript.ts'

/** The answer never came. `given-up`: nobody asked any more, since too many others had not come. */
export interface LostReply {
  readonly kind: 'lost'
  readonly problem: ConnectionProblemName | 'given-up'
  /** for people */
  readonly detail: string
}

/** Why there is no answer, for people. */
export function lostText({ problem, detail }: LostReply): string {
  return `${problem}: ${detail}`
}

/** An exchange, understood. `violations` are places where a success does not fit the contract. */
export interface Interaction {
  readonly exchange: Exchange
  readonly reply: Reply | LostReply
  readonly violations: readonly Violation[]
  /** the same request was sent before, without a clear answer: it may have been carried out already */
  readonly repeated?: true
  /** what came to the tries before, for people: their exchanges are forgotten */
  readonly met?: string
  /** a look showed that what was asked for is so: it was done, or the reply is the answer to what was so before */
  readonly found?: { readonly value: unknown }
  /** nobody can tell whether it was done, and it was not sent again */
  readonly untold?: true
}
