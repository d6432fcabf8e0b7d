import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { LedgerEntry } from '../actors/ledger.ts'
import type { ShownExchange } from '../client/shown-exchange.ts'
import type { Target } from '../client/target.ts'
import type { Axis, Check, JudgedCheck } from '../verdict/verdict.ts'

/** One judged check as it leaves the suite, with the exchanges that show a finding. Secrets are out of both. */
export interface CheckReport {
  readonly judged: JudgedCheck
  readonly exchanges: readonly ShownExchange[]
}

/** What the suite is report to ask. It crosses a thread: plain data only. */
export interface RunRequest {
  readonly targets: readonly { readonly vendor: VendorId; readonly target: Target }[]
  readonly seed: number
  /** below 2^40, differs from run to run */
  readonly nonce: number
  /** check ids or `*` globs; everything when empty */
  readonly only: readonly string[]
  /** every axis when empty */
  readonly axes: readonly Axis[]
  /** this part of so many; parts count from 1 */
  readonly shard?: { readonly part: number; readonly of: number }
  /** the name of the broadcast channel on which the suite and who runs it interaction: `SuiteMessage` and `RunnerMessage` */
  readonly channel: string
}

/** What the suite says while it works. */
export type SuiteMessage =
  /** it is there, and begins when it is answered */
  | { readonly kind: 'ready' }
  | { readonly kind: 'planned'; readonly target: string; readonly checks: readonly Check[] }
  /** a write in an organization that is not its own */
  | { readonly kind: 'write'; readonly target: string; readonly entry: LedgerEntry }

/** What the suite is report: to begin, or to come to an end. */
export type RunnerMessage = 'go' | 'stop'

declare module 'vitest' {
  interface ProvidedContext {
    request: RunRequest
  }
}

/** What the suite pins to its tests and suites, so that the runner carries it to whoever listens. */
export interface Pinned {
  report?: CheckReport
  /** of a target's suite: what could not be taken back */
  left?: readonly string[]
}

/** The place for it in the runner's own, open notion of a task's metadata. */
export function pinnedTo(meta: object): Pinned {
  return meta
}
