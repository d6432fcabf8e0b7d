import type { FormatName } from '../../reports/formats/formats.ts'
import type { Plan } from '../plan/plan.ts'
import type { EarlierRun } from './earlier-run.ts'
import type { Interruption } from './interruption.ts'
import type { Terminal } from './progress.ts'
import type { RenewAt } from './suite-channel.ts'

/** Where a run reports to, what may stop it, and the clock and the chance that it goes by. */
export interface RunSurroundings {
  readonly out: string
  /** whether Allure's files are wanted, too */
  readonly allure: boolean
  /** the reports that are wanted besides those that every run writes */
  readonly formats: readonly FormatName[]
  readonly interruption: Interruption
  /** where progress goes */
  readonly terminal: Terminal
  /** milliseconds since 1970 */
  readonly now: () => number
  /** a signal that fires after so many milliseconds */
  readonly after: (milliseconds: number) => AbortSignal
  /** a whole number from 0 up to this one, never that itself */
  readonly randomInt: (below: number) => number
  /** a name that nothing else has */
  readonly uuid: () => string
  /** where the ledger of a run with given accounts is to stand; absent where none is kept */
  readonly ledger?: string
  /** the plan that the run is held to; absent where it may write as much as there is to write */
  readonly agreed?: Plan
  /** gets fresh credentials where those of a target have expired; nobody does when absent */
  readonly renew?: RenewAt
  /** the part of the run that was before this one; there was none when absent */
  readonly earlier?: EarlierRun
}
