import { Command } from 'commander'

import { exitCodes, problemsOf } from '../../harness/problem.ts'
import { sweepLedger } from '../../harness/sweep/sweep-ledger.ts'
import type { SweptLedger } from '../../harness/sweep/sweep-open.ts'
import { printable } from '../../reports/text/printable.ts'
import { readSweep } from '../options/read-sweep.ts'
import { profileRenewal } from '../options/renew-profiles.ts'
import { withTargetOptions } from '../options/run-options.ts'
import { fail } from '../shell/fail.ts'
import { armInterruption } from '../shell/interruption.ts'
import { print, type Shell } from '../shell/shell.ts'

const footer = `
Sends no write but the undo of a line of the ledger, and adds to it what comes of that. Exit codes: 0 all is gone and proven,
2 something can not be taken back, or not yet, 4 refused: the ledger is of another target or in use, 64 wrong usage, 130 stopped.`

/** `orgproof sweep`: takes back what a ledger holds open. */
export function sweepCommand(shell: Shell): Command {
  const command = new Command('sweep')
    .description('take back what a run that was killed left behind')
    .argument('<ledger>', 'the ledger.ndjson of the run')
    .addHelpText('after', footer)
  return withTargetOptions(command).action((path: string, _: unknown, given: Command) =>
    sweep(shell, path, given),
  )
}

const sweep = async (shell: Shell, path: string, given: Command): Promise<void> => {
  const plan = await readSweep(path, given, shell.env)
  if ('problems' in plan) return fail(shell, exitCodes.usage, plan.problems)
  const interruption = armInterruption()
  const swept = await sweepLedger(path, plan, {
    interruption,
    renew: profileRenewal(plan, shell.env),
  })
  if ('problem' in swept) return fail(shell, swept.exitCode, problemsOf(swept))
  tell(shell, swept)
}

const tell = (shell: Shell, swept: SweptLedger): void => {
  const { takenBack, left, lasting = [] } = swept
  const still = left.length + lasting.length === 0 ? 'nothing is left' : 'left are'
  print(shell, `${takenBack} ${takenBack === 1 ? 'write' : 'writes'} taken back, ${still}`)
  for (const line of left) print(shell, `  ${printable(line)}`)
  for (const { line } of lasting) print(shell, `  ${printable(line)}`)
  shell.exitCode = exitCodeOf(swept) ?? shell.exitCode
}

const exitCodeOf = ({ left, stopped, lasting = [] }: SweptLedger): number | undefined => {
  if (stopped) return exitCodes.interrupted
  const stands = left.length > 0 || lasting.some(({ over }) => !over)
  return stands ? exitCodes.incomplete : undefined
}
