import type { Reply } from '../../specs/wire/wire.ts'
import type { Violation } from './contract-validator.ts'
import type { Exchange } from './transcript.ts'

/** The answer never came: refused connection, reset, timeout, too large, not HTTP. */
export interface LostReply {
  readonly kind: 'lost'
  readonly problem: string
}

/** An exchange, understood. `violations` are places where a success does not fit the contract. */
export interface Interaction {
  readonly exchange: Exchange
  readonly reply: Reply | LostReply
  readonly violations: readonly Violation[]
  /** the same request was sent before, without a clear answer: it may have been carried out already */
  readonly repeated?: true
}
