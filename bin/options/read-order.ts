import type { Command } from 'commander'

import { evidenceName } from '../../harness/evidence/write-evidence.ts'
import { ledgerName } from '../../harness/ledger/hold-ledger.ts'
import { planName } from '../../harness/plan/plan.ts'
import { problemsOf, type Problem } from '../../harness/problem.ts'
import type { EarlierRun } from '../../harness/run/earlier-run.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import { formatFiles } from '../../reports/formats/formats.ts'
import type { Baseline } from '../../reports/results/baseline.ts'
import { selectionConflict } from '../../reports/results/compare-baseline.ts'
import { contentOf } from '../files/file-kind.ts'
import { readBaseline } from '../files/read-baseline.ts'
import { missingFolders, removeEmpty } from '../outputs/folders.ts'
import { prepareFolder } from '../outputs/prepare.ts'
import type { Environment } from '../shell/shell.ts'
import { readFormats, type WantedFormats } from './read-formats.ts'
import { readPlan, type OrderReading } from './read-plan.ts'
import { readRunOptions, spoken, type RunOptions } from './run-options.ts'

/** Everything that `run` was told, read and found well. */
export interface RunOrder extends WantedFormats {
  readonly plan: RunPlan
  readonly options: RunOptions
  /** the baseline to hold the run against */
  readonly known: Baseline | undefined
  /** the part of the run that was before, where one goes on */
  readonly earlier?: EarlierRun
  /** takes away the folders that were made for the reports, as long as they are empty */
  readonly discard: () => Promise<void>
}

/** What `run` was told can not be used, or asks for nothing. */
export type NoOrder =
  | { readonly problems: readonly Problem[] }
  | { readonly nothing: string }
  /** the folder of a run that is to go on, and has come to its end */
  | { readonly finished: string }

/**
 * Reads all of what `run` was told: flags, variables, target, baseline, results to ask again, and the folder for the
 * reports, which is made ready. Lists all that is wrong at once, before anything is started or sent.
 */
export async function readOrder(
  command: Command,
  environment: Environment,
): Promise<RunOrder | NoOrder> {
  const { options: told, problems: empty } = readRunOptions(command, environment)
  const read = await readPlan(told, environment)
  const options = 'options' in read ? read.options : told
  const known = options.baseline === undefined ? undefined : await readBaseline(options.baseline)
  const { problems: unknown, ...wanted } = readFormats(spoken(options, 'format'), options.format)
  const made = await missingFolders(options.out)
  const discard = (): Promise<void> => removeEmpty(made)
  const problems = [
    ...empty,
    ...problemsOf(read),
    ...problemsOf(known),
    ...unknown,
    ...incomparable(read, contentOf(known)),
    ...(await prepareFolder(options.out, reports)),
  ]
  if (problems.length === 0 && 'plan' in read) {
    return { options, ...read, ...wanted, known: contentOf(known), discard }
  }
  await discard()
  return problems.length === 0 && !('plan' in read) ? read : { problems }
}

/** What is written there while the run goes on; whatever stood there before is written over. */
const reports: readonly string[] = [
  'events.ndjson',
  'results.json',
  ledgerName,
  planName,
  evidenceName,
  ...formatFiles,
]

/** A run of another selection can not be held against the baseline: better to know before it is asked. */
const incomparable = (read: OrderReading, known: Baseline | undefined): readonly Problem[] => {
  if (!('plan' in read) || known === undefined) return []
  const message = selectionConflict(read.plan.selection, known)
  return message === undefined ? [] : [{ code: 'NOT_COMPARABLE', message }]
}
