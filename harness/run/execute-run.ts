import { collect } from '../../reports/results/collect.ts'
import type { Results } from '../../reports/results/results.ts'
import type { Redact } from '../../suites/client/redaction.ts'
import { writeEvidence } from '../evidence/write-evidence.ts'
import type { Problem } from '../problem.ts'
import { askAll } from './ask-all.ts'
import { failFast } from './fail-fast.ts'
import { openProgress } from './progress.ts'
import { openRecorder, type Recorded } from './recorder.ts'
import { beginningOf, openFiles } from './run-beginning.ts'
import { endingOf } from './run-ending.ts'
import { cutOf, limitOf } from './run-ends.ts'
import type { RunFiles } from './run-files.ts'
import type { RunPlan } from './run-plan.ts'
import type { RunSurroundings } from './run-surroundings.ts'
import { shownTargets } from './shown-targets.ts'
import { stoppedByFailure } from './stopped-by-failure.ts'
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
  const { interruption, terminal, now, renew, earlier } = surroundings
  const stopping = new AbortController()
  const limit = limitOf(plan, surroundings.after)
  const pseudonyms = keyOf(plan, surroundings)
  const { tested, shown, redact, hide } = shownTargets(targets, pseudonyms)
  const beginning = beginningOf(plan, surroundings)
  const keepsEvidence = plan.evidence === true
  const files = openFiles(beginning, shown, { ...surroundings, keepsEvidence, hide })
  const progress = openProgress(terminal, now)
  const parts = { files, progress, hide, ...(earlier && { earlier }) }
  const { heard, broken, recorded } = openRecorder(parts)
  const counted = failFast(heard, plan.failFast)
  const ends = { interruption: interruption.signal, limit, enough: counted.signal }
  const signal = AbortSignal.any([...Object.values(ends), stopping.signal])
  signal.addEventListener('abort', () => saidToStop(files), { once: true })
  interruption.lastWords = () => lastWordsOf(tested, recorded())
  const listeners = { ...stoppedByFailure(counted.heard, stopping), broken, signal, renew }
  await askAll({ plan, tested, beginning, surroundings, pseudonyms }, listeners)
  progress.close()
  const cut = cutOf(ends)
  const { broken: told, ...ending } = endingOf({ shown, recorded: recorded(), cut, now, redact })
  const { suite } = beginning
  const results = collect({ ...ending, suite, run: { ...beginning.run, ...ending.run } })
  files.close(results, endOf(results, cut))
  return {
    results,
    stopped: cut === ends.interruption,
    expired: cut === ends.limit,
    failedFast: cut === ends.enough,
    broken: told,
    ...(await evidenceOf(plan, results, { ...surroundings, hide })),
  }
}

/** Where that can not be written, nothing more can: whatever was to be, says so. */
const saidToStop = (files: RunFiles): void => {
  try {
    files.stopping()
  } catch {
    // the next line fails likewise, and is heard of
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

/** A key that nobody keeps. */
const keyOf = ({ pseudonymise }: RunPlan, { uuid }: RunSurroundings): string | undefined =>
  pseudonymise === true ? uuid() : undefined

const endOf = (
  { run }: Results,
  cut: AbortSignal | undefined,
): 'finished' | 'stopped' | 'broken' => {
  if (run.complete) return 'finished'
  return cut === undefined ? 'broken' : 'stopped'
}

/** What a run that is ended at once leaves, as far as is known. */
const lastWordsOf = (tested: readonly TestedTarget[], { left }: Recorded): readonly string[] =>
  tested.flatMap((one) => {
    const { target } = one
    const redact = redactionFor(one)
    const lines = left.get(target.name) ?? []
    return lines.map((line) => `${target.name}: left behind: ${redact(line)}`)
  })
