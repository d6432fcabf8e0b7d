import { randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { exitCodes } from '../exit-codes.ts'
import { holdLedger, ledgerName } from '../ledger/hold-ledger.ts'
import { executeRun, type FinishedRun } from './execute-run.ts'
import type { Interruption } from './interruption.ts'
import { obstacleTo } from './obstacle.ts'
import type { Obstacle } from './preflight.ts'
import type { Terminal } from './progress.ts'
import type { RunPlan } from './run-plan.ts'
import { openTargets } from './targets.ts'

/** What a program gives a run. */
export interface ConductOptions {
  /** the folder for results.json, events.ndjson and the other reports; made if it is not there */
  readonly out: string
  /** also writes `allure-results/` there, a file for every check: it takes longer than all other reports; not unless said */
  readonly allure?: boolean
  /**
   * stops the run orderly: nothing new is begun, what was written is taken back, every planned check is reported. Its
   * last words are what would be left behind if the process ended now.
   */
  readonly interruption?: Interruption
  /** hears how far the run is; nobody does unless said */
  readonly progress?: Terminal
}

/**
 * Conducts a run: looks whether the endpoint is there and may be written to, starts the embedded one where none is
 * named, asks every check of the plan, and writes the reports; with given accounts also the ledger of what it writes.
 * What the target does wrong is in the results, never thrown; an `Obstacle` says why nothing was asked. Rejects with the
 * system's error when `out` can not be written. The runner leaves variables of its own in the process's environment,
 * NODE_ENV among them where there was none.
 */
export async function conductRun(
  plan: RunPlan,
  options: ConductOptions,
): Promise<FinishedRun | Obstacle> {
  const { out, interruption = { signal: new AbortController().signal } } = options
  const { signal } = interruption
  const obstacle = await obstacleTo(plan, { stopped: signal })
  // a run that is stopped already sends nothing, and still says so of every check
  if (obstacle !== undefined && !signal.aborted) return obstacle
  const held = holdLedger(out)
  if ('problem' in held) return { ...held, exitCode: exitCodes.refused }
  try {
    return (
      (await otherRunIn(plan, signal)) ?? (await conductAlone(plan, { ...options, interruption }))
    )
  } finally {
    held.release()
  }
}

/** Conducts a run whose folder no other uses. */
const conductAlone = async (
  plan: RunPlan,
  {
    out,
    allure = false,
    interruption,
    progress = silent,
  }: ConductOptions & { readonly interruption: Interruption },
): Promise<FinishedRun> => {
  const tested = await openTargets(plan)
  try {
    return await executeRun(plan, tested, {
      out,
      ...(keepsLedger(plan) && { ledger: join(out, ledgerName) }),
      allure,
      interruption,
      terminal: progress,
      now: Date.now,
      after: (milliseconds) => AbortSignal.timeout(milliseconds),
      randomInt,
      uuid: randomUUID,
    })
  } finally {
    await Promise.all(tested.flatMap(({ endpoint }) => endpoint?.close() ?? []))
  }
}

/** Nothing is written where another run of this suite may be at work: each would take the other's for what stood before. */
const otherRunIn = async (plan: RunPlan, stopped: AbortSignal): Promise<Obstacle | undefined> => {
  const { accounts, endpoint } = plan.target
  const [id] = plan.vendors
  if (!keepsLedger(plan) || accounts.mode === 'any') return undefined
  if (id === undefined || endpoint === undefined) return undefined
  const { lookForOtherRun } = await import('./look-for-other-run.ts')
  return lookForOtherRun(plan, { id, endpoint, accounts, stopped })
}

/** What is written in an organization that was given, at an endpoint that outlives the run, is told on disk. */
const keepsLedger = ({ target }: RunPlan): boolean =>
  target.accounts.mode !== 'any' && target.endpoint !== undefined && !target.readOnly

const silent: Terminal = { write: () => undefined }
