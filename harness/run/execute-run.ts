import { collect } from '../../reports/results/collect.ts'
import type { Results, RunFacts } from '../../reports/results/results.ts'
import { redactionOf, type Redact } from '../../suites/client/redaction.ts'
import type { RunRequest } from '../../suites/runner/messages.ts'
import { namesFewCases } from '../../suites/runner/selection.ts'
import { writeEvidence } from '../evidence/write-evidence.ts'
import type { Problem } from '../problem.ts'
import { ownVersion } from '../version.ts'
import { allureSources } from './allure-sources.ts'
import { failFast } from './fail-fast.ts'
import type { Interruption } from './interruption.ts'
import { openProgress, type Terminal } from './progress.ts'
import { openRecorder, type Recorded } from './recorder.ts'
import { endingOf } from './run-ending.ts'
import { cutOf, limitOf } from './run-ends.ts'
import { openRunFiles, type RunFiles } from './run-files.ts'
import type { RunPlan } from './run-plan.ts'
import { shownTargets } from './shown-targets.ts'
import type { RunListeners } from './start-vitest.ts'
import { stoppedByFailure, type GuardedListener } from './stopped-by-failure.ts'
import type { TestedTarget } from './targets.ts'

/** A run that came to an end. */
export interface FinishedRun {
  readonly results: Results
  readonly stopped: boolean
  /** its time was over before it was through */
  readonly expired: boolean
  /** as many checks had failed as it was to wait for */
  readonly failedFast: boolean
  /** what broke on our side */
  readonly broken: readonly string[]
  /** why there is no evidence, where some was asked for */
  readonly evidence?: Problem
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
}

/** Asks all checks of the plan at all targets, records what comes, and collects it. A signal stops it orderly. */
export async function executeRun(
  plan: RunPlan,
  targets: readonly TestedTarget[],
  surroundings: RunSurroundings,
): Promise<FinishedRun> {
  const { interruption, terminal, now } = surroundings
  const stopping = new AbortController()
  const limit = limitOf(plan, surroundings.after)
  const pseudonyms = keyOf(plan, surroundings)
  const { tested, shown, redact, hide } = shownTargets(targets, pseudonyms)
  const beginning = beginningOf(plan, surroundings)
  const files = openFiles(beginning, shown, surroundings)
  const progress = openProgress(terminal, now)
  const { heard, broken, recorded } = openRecorder(files, progress, hide)
  const counted = failFast(heard, plan.failFast)
  const ends = { interruption: interruption.signal, limit, enough: counted.signal }
  const signal = AbortSignal.any([...Object.values(ends), stopping.signal])
  interruption.lastWords = () => lastWordsOf(tested, recorded())
  const listeners = { ...stoppedByFailure(counted.heard, stopping), broken, signal }
  await askAll({ plan, tested, beginning, surroundings, pseudonyms }, listeners)
  progress.close()
  const cut = cutOf(ends)
  const { broken: told, ...ending } = endingOf({ shown, recorded: recorded(), cut, now, redact })
  const { suite } = beginning
  const results = collect({ ...ending, suite, run: { ...beginning.run, ...ending.run } })
  files.close(results, endOf(results, cut))
  const by = (end: AbortSignal): boolean => cut === end
  return {
    results,
    stopped: by(ends.interruption),
    expired: by(ends.limit),
    failedFast: by(ends.enough),
    broken: told,
    ...(await evidenceOf(plan, results, { ...surroundings, hide })),
  }
}

interface Asking {
  readonly plan: RunPlan
  readonly tested: readonly TestedTarget[]
  readonly beginning: Beginning
  readonly surroundings: RunSurroundings
  readonly pseudonyms: string | undefined
}

/** A key that nobody keeps. */
const keyOf = ({ pseudonymise }: RunPlan, { uuid }: RunSurroundings): string | undefined =>
  pseudonymise === true ? uuid() : undefined

/** Asks everything. Whatever ends it, what is known by then is reported. */
const askAll = async (
  { plan, tested, beginning, surroundings, pseudonyms }: Asking,
  { ensureHeard, ...listeners }: RunListeners & GuardedListener,
): Promise<void> => {
  const { signal, broken } = listeners
  try {
    const request = requestOf(plan, tested, { ...beginning, ...surroundings })
    const { ledger: path } = surroundings
    const targets = await targetsOf(request, tested, { beginning, path, signal })
    const told = pseudonyms === undefined ? {} : { pseudonyms }
    await ask({ ...request, ...told, targets }, listeners)
    ensureHeard()
  } catch (error) {
    broken(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** Packs the evidence of a run that wants it, now that all the rest is written. */
const evidenceOf = async (
  plan: RunPlan,
  results: Results,
  { out, hide }: { readonly out: string; readonly hide: Redact },
): Promise<Pick<FinishedRun, 'evidence'>> => {
  if (plan.evidence !== true) return {}
  const evidence = await writeEvidence({
    out,
    results,
    ...(plan.pseudonymise === true && { hide }),
  })
  return evidence === undefined ? {} : { evidence }
}

const endOf = (
  { run }: Results,
  cut: AbortSignal | undefined,
): 'finished' | 'stopped' | 'broken' => {
  if (run.complete) return 'finished'
  return cut === undefined ? 'broken' : 'stopped'
}

interface Ledgered {
  readonly beginning: Beginning
  readonly path: string | undefined
  readonly signal: AbortSignal
}

/** The targets that are asked, with the ledger where one is kept: what that needs is loaded only then. */
const targetsOf = async (
  request: RunRequest,
  tested: readonly TestedTarget[],
  { beginning: { suite, run }, path, signal }: Ledgered,
): Promise<RunRequest['targets']> => {
  if (path === undefined) return request.targets
  const { withLedger } = await import('./with-ledger.ts')
  return withLedger(request, tested, { path, suite: suite.version, run, stopped: signal })
}

/** Loads what asks when it is time to: whoever wants something wrong has been told by now. */
const ask = async (request: RunRequest, listeners: RunListeners): Promise<void> => {
  if (namesFewCases(request)) {
    const { runHere } = await import('./run-here.ts')
    return runHere(request, listeners)
  }
  const { startVitest } = await import('./start-vitest.ts')
  return startVitest(request, listeners)
}

/** What a run that is ended at once leaves, as far as is known. */
const lastWordsOf = (tested: readonly TestedTarget[], { left }: Recorded): readonly string[] =>
  tested.flatMap(({ target }) => {
    const redact = redactionOf(target)
    const lines = left.get(target.name) ?? []
    return lines.map((line) => `${target.name}: left behind: ${redact(line)}`)
  })

interface Beginning {
  readonly suite: Results['suite']
  readonly run: Pick<RunFacts, 'id' | 'startedAt' | 'seed' | 'selection' | 'pseudonymised'>
}

const beginningOf = (
  { seed, selection, pseudonymise }: RunPlan,
  { now, uuid }: RunSurroundings,
): Beginning => ({
  suite: { name: 'orgproof', version: ownVersion() },
  run: {
    id: uuid(),
    startedAt: new Date(now()).toISOString(),
    seed,
    selection,
    ...(pseudonymise === true && { pseudonymised: true as const }),
  },
})

const openFiles = (
  { suite, run }: Beginning,
  tested: readonly TestedTarget[],
  { out, allure, now }: RunSurroundings,
): RunFiles => {
  const targets = tested.map(({ target: { name, vendor, endpoint } }) => ({
    name,
    vendor,
    endpoint,
  }))
  return openRunFiles(out, {
    header: { ...run, suite, targets },
    ...(allure && { allure: allureSources(tested) }),
    now,
  })
}

const requestOf = (
  plan: RunPlan,
  tested: readonly TestedTarget[],
  { randomInt, uuid, suite, run }: RunSurroundings & Beginning,
): RunRequest => ({
  targets: tested.map(({ vendor, target }) => ({ vendor: vendor.id, target })),
  seed: plan.seed,
  nonce: randomInt(2 ** 40),
  ...plan.selection,
  ...(plan.evidence === true && { evidence: true }),
  agent: { product: `${suite.name}/${suite.version}`, run: run.id },
  channel: `orgproof-${uuid()}`,
})
