import { problemsOf } from '../../harness/problem.ts'
import type { Environment } from '../shell/shell.ts'
import { planProblems, type PlanReading } from './plan-problems.ts'
import { readRerun } from './read-rerun.ts'
import { readRun } from './read-run.ts'
import type { RunOptions } from './run-options.ts'

/** What is to be asked of whom; where an earlier run is asked again, only what it left open. */
export async function readPlan(
  options: RunOptions,
  environment: Environment,
): Promise<PlanReading> {
  const plan = await readRun(options, environment)
  const problems = 'vendors' in plan ? await planProblems(plan) : plan
  const sound = 'vendors' in plan && problems.length === 0 ? plan : undefined
  if (options.rerunFailed === undefined) {
    return sound === undefined ? { problems } : { plan: sound }
  }
  const again = await readRerun(options.rerunFailed, sound)
  return problems.length > 0 ? { problems: [...problems, ...problemsOf(again)] } : again
}
