import { randomInt, randomUUID } from 'node:crypto'

import { StreamingAllureReporter } from '../../reports/formats/allure.ts'
import { collect } from '../../reports/results/collect.ts'
import type { Results, RunFacts } from '../../reports/results/results.ts'
import { redactionOf } from '../../suites/client/redaction.ts'
import type { RunRequest, CheckReport } from '../../suites/runner/messages.ts'
import { ownVersion } from '../version.ts'
import { allureSources } from './allure-sources.ts'
import type { Interruption } from './interruption.ts'
import { openProgress, type Terminal } from './progress.ts'
import { openRecorder, type Recorded } from './recorder.ts'
import { openRunFiles } from './run-files.ts'
import type { RunPlan } from './run-plan.ts'
import { startVitest } from './start-vitest.ts'
import type { TestedTarget } from './targets.ts'
import { vitestReporter } from './vitest-reporter.ts'

/** A run that came to an end. */
export interface FinishedRun {
  readonly results: Results
  readonly stopped: boolean
  /** what broke on our side */
  readonly broken: readonly string[]
}

/** Where a run reports to, and what may stop it. */
export interface RunSurroundings {
  readonly out: string
  readonly interruption: Interruption
  /** where progress goes */
  readonly terminal: Terminal
}

/** Asks all checks of the plan at all targets, records what comes, and collects it. A signal stops it orderly. */
export async function executeRun(
  plan: RunPlan,
  tested: readonly TestedTarget[],
  { out, interruption, terminal }: RunSurroundings,
): Promise<FinishedRun> {
  const beginning = beginningOf(plan)
  const targets = tested.map(({ target: { name, vendor, endpoint } }) => ({
    name,
    vendor,
    endpoint,
  }))
  const files = openRunFiles(out, { ...beginning.run, suite: beginning.suite, targets })
  const progress = openProgress(terminal, Date.now)
  const { listener, heard, recorded } = openRecorder(files, progress)
  const allure = new StreamingAllureReporter(files.allure, allureSources(tested))
  const { signal } = interruption
  interruption.lastWords = () => lastWordsOf(tested, recorded())
  try {
    await startVitest(requestOf(plan, tested), {
      reporters: [vitestReporter(listener), allure],
      heard,
      signal,
    })
  } catch (error) {
    // whatever ended it, what is known by now is reported
    listener.broken(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  progress.close()
  const stopped = signal.aborted
  const ended = { ...endingOf({ tested, notes: recorded(), stopped }), stopped }
  const results = collect({
    ...ended,
    suite: beginning.suite,
    run: { ...beginning.run, ...ended.run },
  })
  const cut = stopped ? 'stopped' : 'broken'
  files.close(results, results.run.complete ? 'finished' : cut)
  return { results, stopped, broken: ended.broken }
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
  readonly run: Pick<RunFacts, 'id' | 'startedAt' | 'seed' | 'selection'>
}

const beginningOf = ({ seed, selection }: RunPlan): Beginning => ({
  suite: { name: 'orgproof', version: ownVersion() },
  run: { id: randomUUID(), startedAt: new Date().toISOString(), seed, selection },
})

interface End {
  readonly tested: readonly TestedTarget[]
  readonly notes: Recorded
  readonly stopped: boolean
}

const endingOf = ({ tested, notes, stopped }: End) => {
  const redact = redactionOf(...tested.map(({ target }) => target))
  // an exception of ours may quote a request or an answer
  const broken = [...notes.broken, ...tested.flatMap(troublesOf)].map(redact)
  const undecided = undecidedOf(notes, stopped)
  const complete = !stopped && broken.length === 0 && undecided.length === 0
  const parties = tested.map(({ vendor, target }) => ({
    vendor,
    target,
    left: (notes.left.get(target.name) ?? []).map(redactionOf(target)),
  }))
  const reports = [...notes.reports, ...undecided]
  return {
    reports,
    parties,
    broken,
    run: { finishedAt: new Date().toISOString(), planned: reports.length, complete },
  }
}

/** The checks that were to be asked and that nobody report of: what is planned is reported, whatever happens. */
const undecidedOf = ({ planned, reports }: Recorded, stopped: boolean): readonly CheckReport[] => {
  const known = new Set(reports.map(({ judged: { target, id } }) => `${target} ${id}`))
  const open = stopped
    ? ({ verdict: 'inconclusive', reason: 'the run was stopped' } as const)
    : ({ verdict: 'error', reason: 'the suite ended before this was decided' } as const)
  return [...planned].flatMap(([target, checks]) =>
    checks
      .filter(({ id }) => !known.has(`${target} ${id}`))
      .map((check) => ({ judged: { ...check, ...open, target, exchanges: [] }, exchanges: [] })),
  )
}

const troublesOf = ({ endpoint, target }: TestedTarget): readonly string[] =>
  (endpoint?.troubles() ?? []).map((trouble) => `the endpoint of ${target.name}: ${trouble}`)

const requestOf = (plan: RunPlan, tested: readonly TestedTarget[]): RunRequest => ({
  targets: tested.map(({ vendor, target }) => ({ vendor: vendor.id, target })),
  seed: plan.seed,
  nonce: randomInt(2 ** 40),
  ...plan.selection,
  channel: `orgproof-${randomUUID()}`,
})
