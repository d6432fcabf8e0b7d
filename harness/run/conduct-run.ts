import { randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { exitCodes } from '../exit-codes.ts'
import { holdLedger, ledgerName } from '../ledger/hold-ledger.ts'
import type { EarlierRun } from './earlier-run.ts'
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
  /** the part of this run that was before, whose events stand in `out`: what it judged is not asked again */
  readonly earlier?: EarlierRun
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
  const held = holdLedger(out, options.earlier?.header.id)
  if ('problem' in held) return { ...held, exitCode: exitCodes.refused }
  try {
    return await conductAlone(plan, { ...options, interruption })
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
    earlier,
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
      ...(earlier && { earlier }),
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

/** What is written in an organization that was given, at an endpoint that outlives the run, is told on disk. */
const keepsLedger = ({ target }: RunPlan): boolean =>
  target.accounts.mode === 'fixed' && target.endpoint !== undefined && !target.readOnly

const silent: Terminal = { write: () => undefined }
