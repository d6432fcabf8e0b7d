import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { FrameNote } from '../../specs/wire/wire.ts'
import type { Allowance } from './allowance.ts'
import type { Connection } from './connection.ts'
import type { Violation } from './contract-validator.ts'
import type { Interaction } from './interaction.ts'
import type { Limiter } from './limiter.ts'
import type { Redact } from './redaction.ts'
import type { Renewal } from './renewal.ts'
import type { Stop } from './stop.ts'
import type { Target } from './target.ts'
import type { Exchange, Transcript } from './transcript.ts'
import type { Trouble } from './trouble.ts'
import type { UserAgent } from './user-agent.ts'

/** Who wants to know how answers keep the contract. */
export interface AnswerWatch {
  /** the answer to a valid request, and where it breaks the contract */
  readonly answered: (interaction: Interaction) => void
  /** what came to a message that was right as such, be it nothing, and whether that may pass by waiting */
  readonly heard: (exchange: Exchange, reply: Interaction['reply'], trouble?: Trouble) => void
  /** an answer to a message that was right as such, and in what it is framed otherwise than the protocol says */
  readonly framed: (exchange: Exchange, notes: readonly FrameNote[]) => void
  /** a value of an answer that no input may hold */
  readonly unsayable: (exchange: Exchange, violation: Violation) => void
  /** something that is more than is read, in words for people, and the exchange in which it came */
  readonly unbounded: (operation: string, what: string, exchange?: Exchange) => void
}

/** What a client is made of; clock and pause are injected. */
export interface ClientParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly connection: Connection
  readonly transcript: Transcript
  readonly now: () => number
  readonly pause: (milliseconds: number) => Promise<void>
  /** absent for a client that goes on when the run is stopped */
  readonly stop?: Stop
  readonly watch?: AnswerWatch
  /** shared by all clients of an endpoint; one of its own when absent */
  readonly limiter?: Limiter
  /** of how long it waits before it repeats (32 bits); 0 when absent */
  readonly seed?: number
  /** takes secrets out of what is quoted of an answer; those of the target when absent */
  readonly redact?: Redact
  /** who has fresh credentials when those of a principal expire; nobody when absent: that is answered like any refusal */
  readonly renewal?: Renewal
  /** who asks, for the log of the endpoint; nobody says so when absent */
  readonly agent?: UserAgent
  /** which writes may be sent; all when absent */
  readonly allowance?: Allowance
  /** goes on when nothing but busy answers comes any more: what it does has to be done */
  readonly enduring?: true
}
