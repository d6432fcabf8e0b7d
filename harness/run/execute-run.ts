import { collect } from '../../reports/results/collect.ts'
import type { Results, RunFacts } from '../../reports/results/results.ts'
import { timeIsOver } from '../../suites/client/stop.ts'
import type { RunRequest } from '../../suites/runner/messages.ts'
import { namesFewCases } from '../../suites/runner/selection.ts'
import type { Plan } from '../plan/plan.ts'
import { ownVersion } from '../version.ts'
import { allureSources } from './allure-sources.ts'
import type { Interruption } from './interruption.ts'
import { openProgress, type Terminal } from './progress.ts'
import { openRecorder, type Recorded } from './recorder.ts'
import { endingOf } from './run-ending.ts'
import { openRunFiles, type RunFiles } from './run-files.ts'
import type { RunPlan } from './run-plan.ts'
import type { RunListeners } from './start-vitest.ts'
import { stoppedByFailure } from './stopped-by-failure.ts'
import type { RenewAt } from './suite-channel.ts'
import { redactionFor, type TestedTarget } from './targets.ts'

/** A run that came to an end. */
export interface FinishedRun {
  readonly results: Results
  readonly stopped: boolean
  /** its time was over before it was through */
  readonly expired: boolean
  /** what broke on our side */
  readonly broken: readonly string[]
}

/** Where a run reports to, what may stop it, and the clock and the chance that it goes by. */
export interface RunSurroundings {
  readonly out: string
  /** whether Allure's files are wanted, too */
  readonly allure: boolean
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
  /** gets fresh credentials when those of an account expire; there are none where nobody does */
  readonly renew?: RenewAt
}

/** Asks all checks of the plan at all targets, records what comes, and collects it. A signal stops it orderly. */
export async function executeRun(
  plan: RunPlan,
  tested: readonly TestedTarget[],
  surroundings: RunSurroundings,
): Promise<FinishedRun> {
  const { interruption, terminal, now, ledger, agreed } = surroundings
  const stopping = new AbortController()
  const limit = limitOf(plan, surroundings)
  const signal = AbortSignal.any([interruption.signal, stopping.signal, limit])
  const beginning = beginningOf(plan, surroundings)
  const files = openFiles(beginning, tested, surroundings)
  const progress = openProgress(terminal, now)
  const { heard, broken, recorded } = openRecorder(files, progress)
  interruption.lastWords = () => lastWordsOf(tested, recorded())
  try {
    const listening = stoppedByFailure(heard, stopping)
    const request = requestOf(plan, tested, { ...beginning, ...surroundings })
    const targets = await targetsOf(request, tested, { beginning, path: ledger, agreed, signal })
    const { renew } = surroundings
    await ask({ ...request, targets }, { ...listening, broken, signal, renew })
    listening.ensureHeard()
  } catch (error) {
    // whatever ended it, what is known by now is reported
    broken(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  progress.close()
  const ending = endingOf({
    tested,
    recorded: recorded(),
    cut: [interruption.signal, limit].find(({ aborted }) => aborted),
    now,
  })
  const { suite } = beginning
  const results = collect({ ...ending, suite, run: { ...beginning.run, ...ending.run } })
  const { aborted: stopped } = interruption.signal
  const expired = !stopped && limit.aborted
  const cut = stopped || expired ? 'stopped' : 'broken'
  files.close(results, results.run.complete ? 'finished' : cut)
  return { results, stopped, expired, broken: ending.broken }
}

/** Fires when the time of a run is over; never where it may take as long as it does. */
const limitOf = ({ target }: RunPlan, { after }: RunSurroundings): AbortSignal => {
  const limit = new AbortController()
  if (target.runLimit === undefined) return limit.signal
  const over = after(target.runLimit * 1000)
  const end = (): void => limit.abort(timeIsOver)
  if (over.aborted) end()
  else over.addEventListener('abort', end, { once: true })
  return limit.signal
}

interface Ledgered {
  readonly beginning: Beginning
  readonly path: string | undefined
  readonly agreed: Plan | undefined
  readonly signal: AbortSignal
}

/** The targets that are asked, with the ledger where one is kept: what that needs is loaded only then. */
const targetsOf = async (
  request: RunRequest,
  tested: readonly TestedTarget[],
  { beginning: { suite, run }, path, agreed, signal }: Ledgered,
): Promise<RunRequest['targets']> => {
  if (path === undefined) return request.targets
  const { withLedger } = await import('./with-ledger.ts')
  const plan = agreed && { plan: agreed.hash }
  return withLedger(request, tested, { path, suite: suite.version, run, ...plan, stopped: signal })
}

/** Loads what asks when it is time to: whoever wants something wrong has been told by now. */
const ask = async (request: RunRequest, listeners: RunListeners): Promise<void> => {
  if (namesFewCases(request.only)) {
    const { runHere } = await import('./run-here.ts')
    return runHere(request, listeners)
  }
  const { startVitest } = await import('./start-vitest.ts')
  return startVitest(request, listeners)
}

/** What a run that is ended at once leaves, as far as is known. */
const lastWordsOf = (tested: readonly TestedTarget[], { left }: Recorded): readonly string[] =>
  tested.flatMap((one) => {
    const { target } = one
    const redact = redactionFor(one)
    const lines = left.get(target.name) ?? []
    return lines.map((line) => `${target.name}: left behind: ${redact(line)}`)
  })

interface Beginning {
  readonly suite: Results['suite']
  readonly run: Pick<RunFacts, 'id' | 'startedAt' | 'seed' | 'selection' | 'plan'>
}

const beginningOf = (
  { seed, selection }: RunPlan,
  { now, uuid, agreed }: RunSurroundings,
): Beginning => ({
  suite: { name: 'orgproof', version: ownVersion() },
  run: {
    id: uuid(),
    startedAt: new Date(now()).toISOString(),
    seed,
    selection,
    ...(agreed && { plan: agreed.hash }),
  },
})

const openFiles = (
  { suite, run }: Beginning,
  tested: readonly TestedTarget[],
  { out, allure, agreed, now }: RunSurroundings,
): RunFiles => {
  const targets = tested.map(({ target: { name, vendor, endpoint } }) => ({
    name,
    vendor,
    endpoint,
  }))
  return openRunFiles(out, {
    header: { ...run, suite, targets },
    ...(agreed && { agreed }),
    ...(allure && { allure: allureSources(tested) }),
    now,
  })
}

const requestOf = (
  plan: RunPlan,
  tested: readonly TestedTarget[],
  { randomInt, uuid, suite, run, agreed }: RunSurroundings & Beginning,
): RunRequest => ({
  targets: tested.map(({ vendor, target }) => ({
    vendor: vendor.id,
    target,
    ...(agreed && { bounds: agreed.writes }),
  })),
  seed: plan.seed,
  nonce: randomInt(2 ** 40),
  ...plan.selection,
  agent: { product: `${suite.name}/${suite.version}`, run: run.id },
  channel: `orgproof-${uuid()}`,
})
