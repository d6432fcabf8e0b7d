import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LedgerEntry, Write } from '../actors/ledger.ts'
import type { LongWait } from '../actors/waiting.ts'
import type { Case } from '../case/case.ts'
import type { Extent } from '../case/extent.ts'
import type { Allowance } from '../client/allowance.ts'
import type { Connection } from '../client/connection.ts'
import type { MoveTime } from '../client/moved-time.ts'
import type { Pseudonyms } from '../client/pseudonyms.ts'
import type { Redact } from '../client/redaction.ts'
import type { Renewal } from '../client/renewal.ts'
import type { Pause } from '../client/stop.ts'
import type { Target } from '../client/target.ts'
import type { UserAgent } from '../client/user-agent.ts'
import type { Scenario } from '../dsl/scenario.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { Selected } from './selection.ts'

/** What a run is made of besides its target; nothing here is read from the outside. */
export interface SessionParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly scenarios: readonly Scenario[]
  /** `casesFor` the vendor and these scenarios, when they are there already */
  readonly cases?: readonly Case[]
  readonly seed: number
  /** how many sequences are played, where accounts are free; the usual ones unless said, none where their number is 0 */
  readonly sequences?: Extent
  /** below 2^40; differs from run to run, so that names never meet those of an earlier run */
  readonly nonce: bigint
  readonly now: () => number
  readonly pause: Pause
  /** how the time of the target is moved; as the target says unless said */
  readonly moveTime?: MoveTime
  /** which checks are wanted; all when absent */
  readonly selected?: Selected
  /** stops the run: no case is begun, what is being written is awaited and taken back */
  readonly signal?: AbortSignal
  /** hears of every write in an organization that is not the suite's own, before it is sent and after */
  readonly recorded?: (entry: LedgerEntry) => void
  /** whether that is kept on disk: then what a human has yet to answer is not taken back, as it is elsewhere */
  readonly keepsAwaited?: boolean
  /** hears of waits that take long */
  readonly long?: (wait: LongWait) => void
  /** whether the exchanges that a pass rests on are kept until its case is told; those of findings always are */
  readonly evidence?: boolean
  /** hides in all texts who the endpoint belongs to; they are shown without secrets alone when absent */
  readonly pseudonyms?: Pseudonyms
  /** who asks, for the log of the endpoint; nobody says so when absent */
  readonly agent?: UserAgent
  /** takes secrets out of whatever is told; those of the target unless said */
  readonly redact?: Redact
  /** who has fresh credentials when those of a principal expire; nobody unless said */
  readonly renewal?: Renewal
  /** what an earlier part of the run has judged, by check: cases of which all is judged are not played again */
  readonly judged?: Readonly<Record<string, Judgement>>
  /** how many exchanges, names and writes that part had */
  readonly taken?: Taken
  /** another line than the plain one, to listen in */
  readonly connection?: Connection
  /** which writes may be sent; whatever the target's class allows unless said */
  readonly allowance?: Allowance
}

/** What numbers of a run are taken. */
export interface Taken {
  readonly exchanges: number
  readonly names: number
  readonly writes: number
  /** those of its writes that a human has yet to answer */
  readonly awaited?: readonly Write[]
}
