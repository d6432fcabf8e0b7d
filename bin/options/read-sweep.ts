import type { Command } from 'commander'

import { problemsOf, type Problem } from '../../harness/problem.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import { readLedger } from '../files/read-ledger.ts'
import { prepareFile } from '../outputs/prepare.ts'
import type { Environment } from '../shell/shell.ts'
import { readRun } from './read-run.ts'
import { readTargetOptions } from './run-options.ts'

/** Reads all of what `sweep` was told: the ledger, which has to be writable, and the target. Lists all that is wrong at once. */
export async function readSweep(
  path: string,
  command: Command,
  environment: Environment,
): Promise<RunPlan | { readonly problems: readonly Problem[] }> {
  const ledger = await readLedger(path)
  const { options, problems: empty } = readTargetOptions(command, environment)
  const plan = await readRun(options, environment)
  const problems = [
    ...problemsOf(ledger),
    ...('content' in ledger ? await prepareFile(path) : []),
    ...('content' in ledger ? await prepareFile(`${path}.lock`) : []),
    ...empty,
    ...('vendors' in plan ? [] : plan),
  ]
  return problems.length > 0 || !('vendors' in plan) ? { problems } : plan
}
