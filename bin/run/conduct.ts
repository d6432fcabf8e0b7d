import { randomInt, randomUUID } from 'node:crypto'

import { StreamingAllureReporter } from '../../reports/allure.ts'
import { collect } from '../../reports/collect.ts'
import { listener } from '../../reports/listen.ts'
import type { Results, RunFacts } from '../../reports/results.ts'
import { redactionOf } from '../../suites/redaction.ts'
import type { Order } from '../../suites/told.ts'
import { ownVersion } from '../version.ts'
import { allureSources } from './allure-sources.ts'
import { ask } from './ask.ts'
import { onInterrupt } from './interruption.ts'
import { noteTaker, type Notes } from './notes.ts'
import type { Meeting } from './party.ts'
import { openProgress } from './progress.ts'
import type { RunPlan } from './read-run.ts'
import { openRecord } from './record.ts'

/** A run that came to an end. */
export interface Conducted {
  readonly results: Results
  readonly stopped: boolean
  /** what broke on our side */
  readonly broken: readonly string[]
}

/** Asks all checks of the plan at all targets, records what comes, and collects it. Ctrl-C stops it orderly. */
export async function conduct(
  plan: RunPlan,
  meetings: readonly Meeting[],
  out: string,
): Promise<Conducted> {
  const beginning = beginningOf(plan)
  const targets = meetings.map(({ target: { name, vendor, endpoint } }) => ({
    name,
    vendor,
    endpoint,
  }))
  const record = openRecord(out, { ...beginning.run, suite: beginning.suite, targets })
  const progress = openProgress(process.stderr, Date.now)
  const { ears, notes } = noteTaker(record, progress)
  const allure = new StreamingAllureReporter(record.allure, allureSources(meetings))
  const asking = await ask(orderOf(plan, meetings), [listener(ears), allure], out)
  const interruption = onInterrupt(asking.stop)
  await asking.done
  interruption.release()
  progress.close()
  const stopped = interruption.happened()
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
  const { told, planned } = notes
  const redact = redactionOf(...meetings.map(({ target }) => target))
  // an exception of ours may quote a request or an answer
  const broken = [...notes.broken, ...meetings.flatMap(troublesOf)].map(redact)
  const complete = !stopped && broken.length === 0 && told.length === planned
  const parties = meetings.map(({ vendor, target }) => ({
    vendor,
    target,
    left: notes.left.get(target.name) ?? [],
  }))
  return {
    told,
    parties,
    broken,
    run: { finishedAt: new Date().toISOString(), planned, complete },
  }
}

const troublesOf = ({ endpoint, target }: Meeting): readonly string[] =>
  (endpoint?.troubles() ?? []).map((trouble) => `the endpoint of ${target.name}: ${trouble}`)

const orderOf = (plan: RunPlan, meetings: readonly Meeting[]): Order => ({
  targets: meetings.map(({ vendor, target }) => ({ vendor: vendor.id, target })),
  seed: plan.seed,
  nonce: randomInt(2 ** 40),
  ...plan.selection,
  stop: `orgproof-stop-${randomUUID()}`,
})
