import { randomInt, randomUUID } from 'node:crypto'

import { StreamingAllureReporter } from '../../reports/formats/allure.ts'
import { collect } from '../../reports/results/collect.ts'
import { listener } from './vitest-reporter.ts'
import type { Results, RunFacts } from '../../reports/results/results.ts'
import { redactionOf } from '../../suites/client/redaction.ts'
import type { Order, Told } from '../../suites/runner/messages.ts'
import type { Interruption } from './interruption.ts'
import { ownVersion } from '../version.ts'
import { allureSources } from './allure-sources.ts'
import { ask } from './start-vitest.ts'
import { noteTaker, type Notes } from './recorder.ts'
import type { Meeting } from './targets.ts'
import { openProgress, type Stage } from './progress.ts'
import type { RunPlan } from './run-plan.ts'
import { openRecord } from './run-files.ts'

/** A run that came to an end. */
export interface Conducted {
  readonly results: Results
  readonly stopped: boolean
  /** what broke on our side */
  readonly broken: readonly string[]
}

/** Where a run reports to, and what may stop it. */
export interface Conducting {
  readonly out: string
  readonly interruption: Interruption
  /** where progress goes */
  readonly terminal: Stage
}

/** Asks all checks of the plan at all targets, records what comes, and collects it. A signal stops it orderly. */
export async function conduct(
  plan: RunPlan,
  meetings: readonly Meeting[],
  { out, interruption, terminal }: Conducting,
): Promise<Conducted> {
  const beginning = beginningOf(plan)
  const targets = meetings.map(({ target: { name, vendor, endpoint } }) => ({
    name,
    vendor,
    endpoint,
  }))
  const record = openRecord(out, { ...beginning.run, suite: beginning.suite, targets })
  const progress = openProgress(terminal, Date.now)
  const { ears, heard, notes } = noteTaker(record, progress)
  const allure = new StreamingAllureReporter(record.allure, allureSources(meetings))
  const { signal } = interruption
  interruption.lastWords = () => lastWordsOf(meetings, notes())
  try {
    await ask(orderOf(plan, meetings), { reporters: [listener(ears), allure], heard, signal })
  } catch (error) {
    // whatever ended it, what is known by now is reported
    ears.broken(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  progress.close()
  const stopped = signal.aborted
  const ended = { ...endingOf({ meetings, notes: notes(), stopped }), stopped }
  const results = collect({
    ...ended,
    suite: beginning.suite,
    run: { ...beginning.run, ...ended.run },
  })
  const cut = stopped ? 'stopped' : 'broken'
  record.close(results, results.run.complete ? 'finished' : cut)
  return { results, stopped, broken: ended.broken }
}

/** What a run that is ended at once leaves, as far as is known. */
const lastWordsOf = (meetings: readonly Meeting[], { left }: Notes): readonly string[] =>
  meetings.flatMap(({ target }) => {
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
  readonly meetings: readonly Meeting[]
  readonly notes: Notes
  readonly stopped: boolean
}

const endingOf = ({ meetings, notes, stopped }: End) => {
  const redact = redactionOf(...meetings.map(({ target }) => target))
  // an exception of ours may quote a request or an answer
  const broken = [...notes.broken, ...meetings.flatMap(troublesOf)].map(redact)
  const undecided = undecidedOf(notes, stopped)
  const complete = !stopped && broken.length === 0 && undecided.length === 0
  const parties = meetings.map(({ vendor, target }) => ({
    vendor,
    target,
    left: (notes.left.get(target.name) ?? []).map(redactionOf(target)),
  }))
  const told = [...notes.told, ...undecided]
  return {
    told,
    parties,
    broken,
    run: { finishedAt: new Date().toISOString(), planned: told.length, complete },
  }
}

/** The checks that were to be asked and that nobody told of: what is planned is reported, whatever happens. */
const undecidedOf = ({ planned, told }: Notes, stopped: boolean): readonly Told[] => {
  const known = new Set(told.map(({ judged: { target, id } }) => `${target} ${id}`))
  const open = stopped
    ? ({ verdict: 'inconclusive', reason: 'the run was stopped' } as const)
    : ({ verdict: 'error', reason: 'the suite ended before this was decided' } as const)
  return [...planned].flatMap(([target, checks]) =>
    checks
      .filter(({ id }) => !known.has(`${target} ${id}`))
      .map((check) => ({ judged: { ...check, ...open, target, exchanges: [] }, exchanges: [] })),
  )
}

const troublesOf = ({ endpoint, target }: Meeting): readonly string[] =>
  (endpoint?.troubles() ?? []).map((trouble) => `the endpoint of ${target.name}: ${trouble}`)

const orderOf = (plan: RunPlan, meetings: readonly Meeting[]): Order => ({
  targets: meetings.map(({ vendor, target }) => ({ vendor: vendor.id, target })),
  seed: plan.seed,
  nonce: randomInt(2 ** 40),
  ...plan.selection,
  channel: `orgproof-${randomUUID()}`,
})
