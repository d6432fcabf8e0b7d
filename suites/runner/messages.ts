import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { WriteBound } from '../actors/allowance-for.ts'
import type { LedgerPlace } from '../actors/ledger-file.ts'
import type { LedgerEntry } from '../actors/ledger.ts'
import type { LongWait } from '../actors/waiting.ts'
import type { ShownExchange } from '../client/shown-exchange.ts'
import type { EndReason } from '../client/stop.ts'
import type { KeptCredentials, Target } from '../client/target.ts'
import type { UserAgent } from '../client/user-agent.ts'
import type { Axis, Check, JudgedCheck } from '../verdict/verdict.ts'

/** One judged check as it leaves the suite, with the exchanges that show a finding. Secrets are out of both. */
export interface CheckReport {
  readonly judged: JudgedCheck
  readonly exchanges: readonly ShownExchange[]
  /** ids of the exchanges that a pass rests on; only where evidence is asked for */
  readonly cites?: readonly number[]
}

/** An exchange that a pass rests on, as it leaves the suite. Secrets are out. */
export interface CitedExchange extends ShownExchange {
  readonly target: string
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
  /** by target: the cases that alone are asked; all when absent */
  readonly cases?: Readonly<Record<string, readonly string[]>>
  /** whether the exchanges that a pass rests on are told, too */
  readonly evidence?: boolean
  /** the key by which ids and addresses get pseudonyms in whatever is told; they stay as they are when absent */
  readonly pseudonyms?: string
  /** who asks, for the log of the endpoint */
  readonly agent: UserAgent
  /** the name of the broadcast channel between the suite (`SuiteMessage`) and who runs it (`RunnerMessage`) */
  readonly channel: string
}

/** What the suite says while it works. */
export type SuiteMessage =
  /** it is there, and begins when it is answered */
  | { readonly kind: 'ready' }
  | { readonly kind: 'planned'; readonly target: string; readonly checks: readonly Check[] }
  /** with what passes rest on, each once, where evidence is asked for */
  | {
      readonly kind: 'judged'
      readonly reports: readonly CheckReport[]
      readonly cited?: readonly CitedExchange[]
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
