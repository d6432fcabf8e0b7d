import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { FormatName } from '../../reports/formats/formats.ts'
import { openRedaction } from '../../suites/client/redaction.ts'
import type { Renew } from '../../suites/client/renewal.ts'
import { holdLedger, ledgerName } from '../ledger/hold-ledger.ts'
import { parseLedger } from '../ledger/parse-ledger.ts'
import type { Plan } from '../plan/plan.ts'
import { exitCodes, type Obstacle } from '../problem.ts'
import type { EarlierRun } from './earlier-run.ts'
import { executeRun, type FinishedRun } from './execute-run.ts'
import type { Interruption } from './interruption.ts'
import { obstacleTo } from './obstacle.ts'
import { agreedPlan } from './plan-ahead.ts'
import type { Terminal } from './progress.ts'
import { unprovenIn } from './prove-plan.ts'
import { renewerFor, type LearningTarget } from './renewer.ts'
import type { RunPlan } from './run-plan.ts'
import type { RunSurroundings } from './run-surroundings.ts'
import { openTargets, type TestedTarget } from './targets.ts'

/** What a program gives a run. */
export interface ConductOptions {
  /** the folder for results.json, events.ndjson and the other reports; made if it is not there */
  readonly out: string
  /** also writes `allure-results/` there, a file for every check: it takes longer than all other reports; not unless said */
  readonly allure?: boolean
  /** reports that are written there besides those that every run writes; none unless said */
  readonly formats?: readonly FormatName[]
  /**
   * stops the run orderly: nothing new is begun, what was written is taken back, every planned check is reported. Its
   * last words are what would be left behind if the process ended now.
   */
  readonly interruption?: Interruption
  /** the part of this run that was before, whose events stand in `out`: what it judged is not asked again */
  readonly earlier?: EarlierRun
  /** hears how far the run is; nobody does unless said */
  readonly progress?: Terminal
  /**
   * gets fresh credentials of a principal whose own have expired or are about to; undefined where there are none. Whose they are is
   * proven like those before, and what their absence leaves open is `inconclusive`
   */
  readonly renew?: Renew
}

/**
 * Conducts a run: looks whether the endpoint is there and may be written to, and by whom, starts the embedded one where none is
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
  const allowed = await allowedBy(plan, signal, options)
  // a run that is stopped already sends nothing, and still says so of every check
  if ('problem' in allowed && !signal.aborted) return allowed
  const held = holdLedger(out, options.earlier?.header.id)
  if ('problem' in held) return { ...held, exitCode: exitCodes.refused }
  try {
    const other = await otherRunIn(plan, signal, options)
    return other ?? (await conductAlone(plan, { ...options, interruption, ...agreedIn(allowed) }))
  } finally {
    held.release()
  }
}

const agreedIn = (allowed: Allowed | Obstacle): Allowed => ('problem' in allowed ? {} : allowed)

/** What a run may do: no more than the plan that was agreed to, where one was. */
interface Allowed {
  readonly agreed?: Plan
}

/** Why a run may not begin; else the plan that it is held to, where one was agreed to. */
const allowedBy = async (
  plan: RunPlan,
  stopped: AbortSignal,
  { progress = silent }: ConductOptions,
): Promise<Allowed | Obstacle> => {
  const obstacle = await obstacleTo(plan, { stopped })
  if (obstacle !== undefined) return obstacle
  if (plan.agreed === undefined) return (await unprovenIn(plan, { stopped })) ?? {}
  const agreed = await agreedPlan(plan, { stopped, progress })
  return 'problem' in agreed ? agreed : { agreed }
}

/** Conducts a run whose folder no other uses. */
const conductAlone = async (
  plan: RunPlan,
  {
    out,
    interruption,
    earlier,
    progress = silent,
    renew,
    agreed,
    ...wanted
  }: ConductOptions & { readonly interruption: Interruption; readonly agreed?: Plan },
): Promise<FinishedRun> => {
  const identity = agreed?.identities
  const tested = (await openTargets(plan))
    .map((one) => ({ ...one, ...(identity && { identity }) }))
    .map(learning)
  try {
    return await executeRun(plan, tested, {
      out,
      ...(keepsLedger(plan) && { ledger: join(out, ledgerName) }),
      ...(agreed && { agreed }),
      ...(renew && { renew: renewerFor(tested, renew) }),
      ...wantedOf(wanted),
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

const wantedOf = ({
  allure = false,
  formats = [],
}: Pick<ConductOptions, 'allure' | 'formats'>): Pick<RunSurroundings, 'allure' | 'formats'> => ({
  allure,
  formats,
})

/** Nothing is written where another run of this suite may be at work: each would take the other's for what stood before. */
const otherRunIn = async (
  plan: RunPlan,
  stopped: AbortSignal,
  { out, earlier }: ConductOptions,
): Promise<Obstacle | undefined> => {
  const { accounts, endpoint } = plan.target
  const [id] = plan.vendors
  if (!keepsLedger(plan) || accounts.mode === 'any') return undefined
  if (id === undefined || endpoint === undefined) return undefined
  const { lookForOtherRun } = await import('./look-for-other-run.ts')
  // what the earlier part of this very run left is its own
  const own = earlier && markIn(join(out, ledgerName))
  return lookForOtherRun(plan, { id, endpoint, accounts, stopped, ...(own && { own }) })
}

/** The mark of the run whose ledger stands there. */
const markIn = (path: string): string | undefined =>
  existsSync(path) ? parseLedger(readFileSync(path, 'utf8'))?.header.mark : undefined

/** What is written in an organization that was given, at an endpoint that outlives the run, is told on disk. */
const keepsLedger = ({ target }: RunPlan): boolean =>
  target.accounts.mode !== 'any' && target.endpoint !== undefined && !target.readOnly

/** A target whose credentials may be renewed while it is asked. */
const learning = (tested: TestedTarget): LearningTarget => ({
  ...tested,
  redaction: openRedaction(tested.target),
})

const silent: Terminal = { write: () => undefined }
