import { startEndpoint } from '../../endpoint/server.ts'
import type { Selection } from '../../reports/results/results.ts'
import { underTest } from '../../specs/vendor/under-test.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { allowanceFor } from '../../suites/actors/allowance-for.ts'
import { clockAt, type Target } from '../../suites/client/target.ts'
import { casesFor } from '../../suites/runner/cases-for.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { mayAskOf, selectedBy } from '../../suites/runner/selection.ts'
import { openSession, type Session } from '../../suites/runner/session.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { timeOf } from '../selftest/ask-server.ts'
import { seededRandom } from '../selftest/seeded-random.ts'
import { openSharedClock, start, type SharedClock } from '../selftest/shared-clock.ts'
import { stagedTarget, standing } from './staged-target.ts'
import { openTallySheet, type Tally } from './tally-sheet.ts'

/** A run that is rehearsed before it is planned. */
export interface Rehearsal {
  readonly vendor: Vendor
  readonly target: Target
  readonly selection: Selection
  readonly seed: number
  /** whether the accounts are given of an organization that stands */
  readonly stands: boolean
  /** hears how many checks there are, and of each that is through */
  readonly progress?: (through: number, planned: number) => void
  /** ends it: what it came to by then is of no use */
  readonly stopped?: AbortSignal
}

/** What a rehearsal came to. */
export interface Rehearsed extends Tally {
  readonly judged: readonly JudgedCheck[]
  /** seconds that were waited on purpose, as for what was written to settle */
  readonly waited: number
}

/**
 * Asks everything of the embedded endpoint first, with accounts in the same parts, and counts. The same run of the same
 * target comes to the same numbers: no time passes but in waits, and chance is seeded.
 */
export async function rehearseRun(rehearsal: Rehearsal): Promise<Rehearsed> {
  const { target: real, seed, stands } = rehearsal
  const vendor = underTest(rehearsal.vendor, real.limits)
  const clock = openSharedClock()
  const random = seededRandom(seed, 'plan')
  const endpoint = await startEndpoint(vendor, {
    port: 0,
    clock: clock.now,
    pause: clock.answering,
    random,
    regions: [real.region],
    movable: real.clock !== undefined,
    ...(stands && { variants: standing(vendor) }),
  })
  try {
    const target = stagedTarget(vendor, real, {
      endpoint: endpoint.url.origin,
      ...clockAt(endpoint),
      stands,
    })
    const { judged, tally } = await askStaged({ ...rehearsal, vendor, target }, clock)
    return { ...tally, judged, waited: (clock.now() - start) / 1000 }
  } finally {
    await endpoint.close()
  }
}

const askStaged = async (
  { vendor, target, selection, seed, progress = () => {}, stopped }: Rehearsal,
  clock: SharedClock,
): Promise<{ readonly judged: readonly JudgedCheck[]; readonly tally: Tally }> => {
  const sheet = openTallySheet(target)
  const mayAsk = mayAskOf(selection)
  const scenarios = await loadScenarios(mayAsk)
  const time = timeOf({ vendor, clock }, target)
  const session = openSession({
    vendor,
    target,
    scenarios,
    cases: casesFor(vendor, scenarios, mayAsk),
    seed,
    nonce: 1n,
    selected: selectedBy(selection),
    ...(selection.sequences && { sequences: selection.sequences }),
    ...time,
    ...(time.connection && { connection: sheet.watching(time.connection) }),
    recorded: sheet.recorded,
    allowance: sheet.counting(allowanceFor(vendor, target)),
    ...(stopped && { signal: stopped }),
  })
  try {
    const judged = await judgeAll(session, progress)
    await session.left()
    return { judged, tally: sheet.tally() }
  } finally {
    await session.close()
  }
}

const judgeAll = async (
  { checks, judged }: Session,
  progress: NonNullable<Rehearsal['progress']>,
): Promise<readonly JudgedCheck[]> => {
  let through = 0
  return Promise.all(
    checks.map(async ({ id }) => {
      const one = await judged(id)
      through += 1
      progress(through, checks.length)
      return one
    }),
  )
}
