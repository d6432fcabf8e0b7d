import { problemsOf } from '../../harness/problem.ts'
import type { EarlierRun } from '../../harness/run/earlier-run.ts'
import type { Environment } from '../shell/shell.ts'
import { planProblems, type PlanReading } from './plan-problems.ts'
import { readRerun } from './read-rerun.ts'
import { readResume, resumedOptions, resumedPlan } from './read-resume.ts'
import { readRun } from './read-run.ts'
import type { RunOptions } from './run-options.ts'

/** A plan; or that of a run that goes on, with what it was told in the beginning; or that this run had come to its end. */
export type OrderReading =
  | PlanReading
  | ({ readonly options: RunOptions; readonly earlier: EarlierRun } & Extract<
      PlanReading,
      { readonly plan: unknown }
    >)
  | { readonly finished: string }

/** What is to be asked of whom; where an earlier run is asked again, or goes on, only what it left open. */
export async function readPlan(
  options: RunOptions,
  environment: Environment,
): Promise<OrderReading> {
  if (options.resume !== undefined) return readGoingOn(options.resume, options, environment)
  const read = await readSound(options, environment)
  if (options.rerunFailed === undefined) return read
  const again = await readRerun(options.rerunFailed, 'plan' in read ? read.plan : undefined)
  return 'plan' in read ? again : { problems: [...problemsOf(read), ...problemsOf(again)] }
}

const readSound = async (options: RunOptions, environment: Environment): Promise<PlanReading> => {
  const plan = await readRun(options, environment)
  const problems = 'vendors' in plan ? await planProblems(plan) : plan
  return 'vendors' in plan && problems.length === 0 ? { plan } : { problems }
}

const readGoingOn = async (
  folder: string,
  told: RunOptions,
  environment: Environment,
): Promise<OrderReading> => {
  const resumed = await readResume(folder, told)
  if ('problems' in resumed) {
    return { problems: [...resumed.problems, ...problemsOf(await readSound(told, environment))] }
  }
  const { earlier, finished } = resumed.content
  if (finished) return { finished: folder }
  const options = resumedOptions(folder, earlier.header, told)
  const read = await readSound(options, environment)
  if (!('plan' in read)) return read
  const going = resumedPlan(earlier.header, read.plan)
  return 'problems' in going ? going : { ...going, options, earlier }
}
