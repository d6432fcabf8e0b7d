import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { WriteBound } from '../actors/allowance-for.ts'
import type { LedgerPlace } from '../actors/ledger-file.ts'
import type { LedgerEntry } from '../actors/ledger.ts'
import type { LongWait } from '../actors/waiting.ts'
import type { Extent } from '../case/extent.ts'
import type { ShownExchange } from '../client/shown-exchange.ts'
import type { EndReason } from '../client/stop.ts'
import type { KeptCredentials, Target } from '../client/target.ts'
import type { UserAgent } from '../client/user-agent.ts'
import type { Axis, Check, JudgedCheck, Judgement } from '../verdict/verdict.ts'

/** One judged check as it leaves the suite, with the exchanges that show a finding. Secrets are out of both. */
export interface CheckReport {
  readonly judged: JudgedCheck
  readonly exchanges: readonly ShownExchange[]
  /** ids of the exchanges that a pass rests on; only where evidence is asked for */
  readonly cites?: readonly number[]
  /** a human is waited for: a run that goes on asks it again */
  readonly waits?: true
}

/** An exchange that a pass rests on, as it leaves the suite. Secrets are out. */
export interface CitedExchange extends ShownExchange {
  readonly target: string
}

/** What an earlier part of a run came to at a target, by check. */
export interface EarlierPart {
  readonly judged: Readonly<Record<string, Judgement>>
  /** of checks that watch the whole run: the worst that they would have come to */
  readonly watched: Readonly<Record<string, EarlierFinding>>
}

/** A judgement with the exchanges that show it. */
export interface EarlierFinding {
  readonly judgement: Judgement
  readonly exchanges: readonly ShownExchange[]
}

/** A target that is asked, and the ledger of what is written there where accounts were given. */
export interface RequestedTarget {
  readonly vendor: VendorId
  readonly target: Target
  readonly ledger?: LedgerPlace
  /** how many writes of each kind are sent at most; as many as there are to send when absent */
  readonly bounds?: readonly WriteBound[]
}

/** What the suite is asked to run. It crosses a thread: plain data only. */
export interface RunRequest {
  readonly targets: readonly RequestedTarget[]
  readonly seed: number
  /** below 2^40, differs from run to run */
  readonly nonce: number
  /** check ids or `*` globs; everything when empty */
  readonly only: readonly string[]
  /** every axis when empty */
  readonly axes: readonly Axis[]
  /** this part of so many; parts count from 1 */
  readonly shard?: { readonly part: number; readonly of: number }
  /** how many sequences are played for a check that asks them; as many as usual when absent */
  readonly sequences?: Extent
  /** by target: the cases that alone are asked; all when absent */
  readonly cases?: Readonly<Record<string, readonly string[]>>
  /** whether the exchanges that a pass rests on are told, too */
  readonly evidence?: boolean
  /** the key by which ids and addresses get pseudonyms in whatever is told; they stay as they are when absent */
  readonly pseudonyms?: string
  /** what an earlier part of the run came to, by target; there was none when absent */
  readonly earlier?: Readonly<Record<string, EarlierPart>>
  /** ids of exchanges up to this one are taken */
  readonly exchangesFrom?: number
  /** names of this run up to this one are taken */
  readonly namesFrom?: number
  /** who asks, for the log of the endpoint */
  readonly agent: UserAgent
  /** the name of the broadcast channel between the suite (`SuiteMessage`) and who runs it (`RunnerMessage`) */
  readonly channel: string
}

/** What the suite says while it works. */
export type SuiteMessage =
  /** it is there, and begins when it is answered */
  | { readonly kind: 'ready' }
  /** with the checks that an earlier part of the run has judged, and that are not asked again */
  | {
      readonly kind: 'planned'
      readonly target: string
      readonly checks: readonly Check[]
      readonly kept?: readonly string[]
    }
  /** with what passes rest on, each once, where evidence is asked for */
  | {
      readonly kind: 'judged'
      readonly reports: readonly CheckReport[]
      readonly cited?: readonly CitedExchange[]
      /** what checks that watch the whole run would come to so far, where that is another verdict than before */
      readonly watched?: readonly CheckReport[]
    }
  /** a write in an organization that is not its own */
  | { readonly kind: 'write'; readonly target: string; readonly entry: LedgerEntry }
  /** it has been waiting for something for long */
  | { readonly kind: 'waiting'; readonly target: string; readonly wait: LongWait }
  /** what could not be taken back at a target, when it is through with it */
  | { readonly kind: 'left'; readonly target: string; readonly what: readonly string[] }

/** What the suite asks while it works: fresh credentials of an account of a target, whose own have expired. */
export interface RenewalQuestion {
  readonly kind: 'renew'
  readonly target: string
  readonly account: string
}

/** The answer: without credentials where there are none. */
export interface RenewalAnswer extends Omit<RenewalQuestion, 'kind'> {
  readonly credentials?: KeptCredentials
}

/** What the suite is told: to begin, or to come to an end, and why; or what it asked for. */
export type RunnerMessage = 'go' | EndReason | RenewalAnswer

declare module 'vitest' {
  interface ProvidedContext {
    request: RunRequest
  }
  interface TaskMeta {
    /** the suite has said what came of this test: whether it fails or is skipped tells nothing more */
    told?: boolean
  }
}
