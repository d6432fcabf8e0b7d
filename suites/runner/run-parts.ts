import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Fresh } from '../actors/fresh.ts'
import type { LedgerEntry } from '../actors/ledger.ts'
import type { Waiting } from '../actors/waiting.ts'
import type { Extent } from '../case/extent.ts'
import type { Lag } from '../case/lag.ts'
import type { Monitor } from '../case/monitor.ts'
import type { Client } from '../client/client.ts'
import type { MoveTime } from '../client/moved-time.ts'
import type { Redact } from '../client/redaction.ts'
import type { Target } from '../client/target.ts'
import type { Transcript } from '../client/transcript.ts'
import type { Oracle } from '../oracle/oracle.ts'
import type { JudgedCheck } from '../verdict/verdict.ts'
import type { GuardedOrganization } from './guard-for.ts'
import type { Rest } from './turns.ts'

/** What a case is played with: the session's parts, and what the session keeps. */
export interface RunParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly seed: number
  readonly sequences: Extent
  readonly nonce: bigint
  readonly now: () => number
  /** lets so many milliseconds pass at once; absent where the time of the target can not be moved */
  readonly moveTime?: MoveTime
  /** stops the run: no case is begun, what is being written is awaited and taken back */
  readonly signal?: AbortSignal
  /** hears of every write in an organization that is not the suite's own, before it is sent and after */
  readonly recorded?: (entry: LedgerEntry) => void
  readonly pause: (milliseconds: number) => Promise<void>
  /** waits without keeping other cases from their turn */
  readonly rest: Rest
  readonly waiting: Waiting
  readonly lag: Lag
  readonly client: Client
  readonly transcript: Transcript
  readonly fresh: Fresh
  readonly monitor: Monitor
  readonly oracle: Oracle
  /** whether a check is asked for, or is needed by one that is */
  readonly wanted: (check: string) => boolean
  /** the checks of this run that are decided already, by id */
  readonly decided: ReadonlyMap<string, JudgedCheck>
  /** the organization that accounts were given of; absent where any account may call */
  readonly organization?: GuardedOrganization
  readonly redact: Redact
  /** whether the exchanges that a pass rests on are kept, too */
  readonly evidence?: boolean
}
