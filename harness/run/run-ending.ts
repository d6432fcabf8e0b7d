import type { CollectedRun } from '../../reports/results/collect.ts'
import type { RunFacts } from '../../reports/results/results.ts'
import type { Redact } from '../../suites/client/redaction.ts'
import { whyEnded } from '../../suites/client/stop.ts'
import type { CheckReport } from '../../suites/runner/messages.ts'
import type { Recorded } from './recorder.ts'
import { redactionFor, type TestedTarget } from './targets.ts'

/** What a run came to, and what ended it. */
export interface RunEnd {
  /** the targets as they are shown */
  readonly shown: readonly TestedTarget[]
  readonly recorded: Recorded
  /** what ended the run before it was through */
  readonly cut: AbortSignal | undefined
  readonly now: () => number
  /** takes out of texts what nobody is to read */
  readonly redact: Redact
}

/** What is reported of a run, whatever ended it: every check that was planned, and what broke, without secrets. */
export function endingOf({ shown, recorded, cut, now, redact }: RunEnd): RunEnding {
  // an exception of ours may quote a request or an answer
  const broken = [...recorded.broken, ...shown.flatMap(troublesOf)].map(redact)
  const undecided = undecidedOf(recorded, cut)
  const complete = cut === undefined && broken.length === 0 && undecided.length === 0
  const parties = askedOf(shown, recorded).map((one) => ({
    vendor: one.vendor,
    target: one.target,
    ...(one.identity && { identity: one.identity }),
    left: (recorded.left.get(one.target.name) ?? []).map(redactionFor(one)),
  }))
  const reports = [...recorded.reports, ...undecided]
  return {
    reports,
    parties,
    broken,
    run: { finishedAt: new Date(now()).toISOString(), planned: reports.length, complete },
  }
}

/** What is reported of a run when it is over. */
export interface RunEnding extends Pick<CollectedRun, 'parties' | 'reports'> {
  readonly broken: readonly string[]
  readonly run: Pick<RunFacts, 'finishedAt' | 'planned' | 'complete'>
}

/** A target of which the selection asks nothing is no part of the run, unless it asks nothing of any. */
const askedOf = (
  tested: readonly TestedTarget[],
  { planned }: Recorded,
): readonly TestedTarget[] => {
  const asked = tested.filter(({ target }) => planned.get(target.name)?.length !== 0)
  return asked.length === 0 ? tested : asked
}

/** The checks that were to be asked and that nobody judged: what is planned is reported, whatever happens. */
const undecidedOf = (
  { planned, reports }: Recorded,
  cut: AbortSignal | undefined,
): readonly CheckReport[] => {
  const known = new Set(reports.map(({ judged: { target, id } }) => `${target} ${id}`))
  const open =
    cut === undefined
      ? ({ verdict: 'error', reason: 'the suite ended before this was decided' } as const)
      : ({ verdict: 'inconclusive', reason: whyEnded(cut) } as const)
  return [...planned].flatMap(([target, checks]) =>
    checks
      .filter(({ id }) => !known.has(`${target} ${id}`))
      .map((check) => ({ judged: { ...check, ...open, target, exchanges: [] }, exchanges: [] })),
  )
}

const troublesOf = ({ endpoint, target }: TestedTarget): readonly string[] =>
  (endpoint?.troubles() ?? []).map((trouble) => `the endpoint of ${target.name}: ${trouble}`)
