import { Command } from 'commander'

import { planText } from '../../harness/plan/plan-text.ts'
import { planFileText } from '../../harness/plan/plan.ts'
import { exitCodes, problemsOf } from '../../harness/problem.ts'
import { planAhead } from '../../harness/run/plan-ahead.ts'
import { paintIn } from '../../reports/text/paint.ts'
import { readPlanOrder } from '../options/read-plan-order.ts'
import { withPlanOptions } from '../options/run-options.ts'
import { writeOutput } from '../outputs/write.ts'
import { fail } from '../shell/fail.ts'
import { armInterruption } from '../shell/interruption.ts'
import { print, type Shell } from '../shell/shell.ts'
import { wantsColours } from '../shell/wants-colours.ts'

const footer = `
Sends nothing but reads, and asks who the credentials are: everything else is asked of the embedded endpoint first. The
last line is the hash of the plan: \`orgproof run --plan HASH\` with the same options writes no more than it says.
Exit codes: 0 there is a plan, 2 nothing answers, 4 refused for safety, 64 wrong usage, 130 stopped.`

/** `orgproof plan`: what a run would write, before it does. */
export function planCommand(shell: Shell): Command {
  const command = new Command('plan')
    .description(
      'show what a run would write at a target, as whom, how often at most, and how it is undone',
    )
    .option('--json', 'print for machines')
    .option('--out <file>', 'also write the plan there, as JSON')
    .option('--no-color', 'no colours (also NO_COLOR)')
    .addHelpText('after', footer)
  return withPlanOptions(command).action((_: unknown, given: Command) => plan(shell, given))
}

interface PlanFlags {
  readonly json?: true
  readonly out?: string
  readonly color: boolean
}

const plan = async (shell: Shell, given: Command): Promise<void> => {
  const { json, out, color } = given.opts<PlanFlags>()
  const order = await readPlanOrder(given, shell.env, out)
  if ('problems' in order) return fail(shell, exitCodes.usage, order.problems)
  const { signal: stopped } = armInterruption()
  const made = await planAhead(order, { stopped, progress: shell.stderr })
  if (stopped.aborted) {
    shell.exitCode = exitCodes.interrupted
    return
  }
  if ('problem' in made) return fail(shell, made.exitCode, problemsOf(made))
  const text = planFileText(made)
  if (out !== undefined && !(await writeOutput(shell, out, text))) return
  print(shell, json === true ? text.trimEnd() : planText(made, paintIn(wantsColours(shell, color))))
}
