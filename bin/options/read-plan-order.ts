import type { Command } from 'commander'

import type { Problem } from '../../harness/problem.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import { prepareFile } from '../outputs/prepare.ts'
import type { Environment } from '../shell/shell.ts'
import { planProblems } from './plan-problems.ts'
import { readRun } from './read-run.ts'
import { readPlanOptions } from './run-options.ts'

/** Reads all of what `plan` was told; lists all that is wrong at once, before anything is sent. */
export async function readPlanOrder(
  command: Command,
  environment: Environment,
  out: string | undefined,
): Promise<RunPlan | { readonly problems: readonly Problem[] }> {
  const { options, problems: empty } = readPlanOptions(command, environment)
  const plan = await readRun(options, environment)
  const problems = [
    ...empty,
    ...('vendors' in plan ? await planProblems(plan) : plan),
    ...(out === undefined ? [] : await prepareFile(out)),
  ]
  return problems.length > 0 || !('vendors' in plan) ? { problems } : plan
}
