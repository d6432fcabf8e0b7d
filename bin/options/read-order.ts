import type { Command } from 'commander'

import { ledgerName } from '../../harness/ledger/hold-ledger.ts'
import { planName } from '../../harness/plan/plan.ts'
import { problemsOf, type Problem } from '../../harness/problem.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import { formats } from '../../reports/formats/formats.ts'
import type { Baseline } from '../../reports/results/baseline.ts'
import { selectionConflict } from '../../reports/results/compare-baseline.ts'
import type { FileRead } from '../files/file-kind.ts'
import { readBaseline } from '../files/read-baseline.ts'
import { missingFolders, removeEmpty } from '../outputs/folders.ts'
import { prepareFolder } from '../outputs/prepare.ts'
import type { Environment } from '../shell/shell.ts'
import { planProblems } from './plan-problems.ts'
import { readRun } from './read-run.ts'
import { readRunOptions, type RunOptions } from './run-options.ts'

/** Everything that `run` was told, read and found well. */
export interface RunOrder {
  readonly plan: RunPlan
  readonly options: RunOptions
  /** the baseline to hold the run against */
  readonly known: Baseline | undefined
  /** takes away the folders that were made for the reports, as long as they are empty */
  readonly discard: () => Promise<void>
}

/**
 * Reads all of what `run` was told: flags, variables, target, baseline, and the folder for the reports, which is made
 * ready. Lists all that is wrong at once, before anything is started or sent.
 */
export async function readOrder(
  command: Command,
  environment: Environment,
): Promise<RunOrder | { readonly problems: readonly Problem[] }> {
  const { options, problems: empty } = readRunOptions(command, environment)
  const plan = await readRun(options, environment)
  const known = options.baseline === undefined ? undefined : await readBaseline(options.baseline)
  const made = await missingFolders(options.out)
  const discard = (): Promise<void> => removeEmpty(made)
  const problems = [
    ...empty,
    ...('vendors' in plan ? await planProblems(plan) : plan),
    ...problemsOf(known),
    ...incomparable(plan, known),
    ...(await prepareFolder(options.out, reports)),
  ]
  if (problems.length > 0 || !('vendors' in plan)) {
    await discard()
    return { problems }
  }
  return { plan, options, known: known && 'content' in known ? known.content : undefined, discard }
}

/** What is written there while the run goes on; whatever stood there before is written over. */
const reports: readonly string[] = [
  'events.ndjson',
  'results.json',
  ledgerName,
  planName,
  ...Object.keys(formats),
]

/** A run of another selection can not be held against the baseline: better to know before it is asked. */
const incomparable = (
  plan: RunPlan | readonly Problem[],
  known: FileRead<Baseline> | undefined,
): readonly Problem[] => {
  if (!('vendors' in plan) || known === undefined || !('content' in known)) return []
  const message = selectionConflict(plan.selection, known.content)
  return message === undefined ? [] : [{ code: 'NOT_COMPARABLE', message }]
}
