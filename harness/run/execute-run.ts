import { collect } from '../../reports/results/collect.ts'
import type { Results } from '../../reports/results/results.ts'
import type { Redact } from '../../suites/client/redaction.ts'
import type { RunRequest } from '../../suites/runner/messages.ts'
import { namesFewCases } from '../../suites/runner/selection.ts'
import { writeEvidence } from '../evidence/write-evidence.ts'
import { planFileText, type Plan } from '../plan/plan.ts'
import type { Problem } from '../problem.ts'
import { allureSources } from './allure-sources.ts'
import { failFast } from './fail-fast.ts'
import { openProgress } from './progress.ts'
import { openRecorder, type Recorded } from './recorder.ts'
import { beginningOf, requestOf, type Beginning } from './run-beginning.ts'
import { endingOf } from './run-ending.ts'
import { cutOf, limitOf } from './run-ends.ts'
import { openRunFiles, type RunFiles } from './run-files.ts'
import type { RunPlan } from './run-plan.ts'
import type { RunSurroundings } from './run-surroundings.ts'
import { shownTargets } from './shown-targets.ts'
import type { RunListeners } from './start-vitest.ts'
import { stoppedByFailure, type GuardedListener } from './stopped-by-failure.ts'
import { redactionFor, type TestedTarget } from './targets.ts'

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

/** Asks all checks of the plan at all targets, records what comes, and collects it. A signal stops it orderly. */
export async function executeRun(
  plan: RunPlan,
  targets: readonly TestedTarget[],
  surroundings: RunSurroundings,
): Promise<FinishedRun> {
  const { interruption, terminal, now, renew } = surroundings
  const stopping = new AbortController()
  const limit = limitOf(plan, surroundings.after)
  const pseudonyms = keyOf(plan, surroundings)
  const { tested, shown, redact, hide } = shownTargets(targets, pseudonyms)
  const beginning = beginningOf(plan, surroundings)
  const files = openFiles(beginning, shown, { ...surroundings, hide })
  const progress = openProgress(terminal, now)
  const { heard, broken, recorded } = openRecorder(files, progress, hide)
  const counted = failFast(heard, plan.failFast)
  const ends = { interruption: interruption.signal, limit, enough: counted.signal }
  const signal = AbortSignal.any([...Object.values(ends), stopping.signal])
  interruption.lastWords = () => lastWordsOf(tested, recorded())
  const listeners = { ...stoppedByFailure(counted.heard, stopping), broken, signal, renew }
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
    const { ledger: path, agreed } = surroundings
    const targets = await targetsOf(request, tested, { beginning, path, agreed, signal })
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
  if (namesFewCases(request)) {
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

const openFiles = (
  { suite, run }: Beginning,
  tested: readonly TestedTarget[],
  { out, allure, agreed, now, hide }: RunSurroundings & { readonly hide: Redact },
): RunFiles => {
  const targets = tested.map(({ target: { name, vendor, endpoint } }) => ({
    name,
    vendor,
    endpoint,
  }))
  return openRunFiles(out, {
    header: { ...run, suite, targets },
    ...(agreed && { plan: hide(planFileText(agreed)) }),
    ...(allure && { allure: allureSources(tested) }),
    now,
  })
}
