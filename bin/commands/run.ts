import { join } from 'node:path'

import { Command } from 'commander'

import { exitCodes, problemsOf, type Obstacle } from '../../harness/problem.ts'
import { conductRun, type ConductOptions } from '../../harness/run/conduct-run.ts'
import type { FinishedRun } from '../../harness/run/execute-run.ts'
import { exitCodeOf } from '../../harness/run/exit-code.ts'
import { gateOf } from '../../harness/run/gate.ts'
import type { Interruption } from '../../harness/run/interruption.ts'
import type { RunPlan } from '../../harness/run/run-plan.ts'
import { sweepEarlier } from '../../harness/sweep/sweep-earlier.ts'
import { githubAnnotations } from '../../reports/formats/github.ts'
import { terminalReport } from '../../reports/formats/terminal/terminal.ts'
import { asksEverything } from '../../reports/results/asks-everything.ts'
import type { Baseline } from '../../reports/results/baseline.ts'
import type { Results } from '../../reports/results/results.ts'
import { paintIn } from '../../reports/text/paint.ts'
import { axes } from '../../suites/verdict/verdict.ts'
import { readResults } from '../files/read-results.ts'
import { nothingMatches } from '../options/plan-problems.ts'
import { presetNames } from '../options/presets.ts'
import { readOrder, type RunOrder } from '../options/read-order.ts'
import { profileRenewal } from '../options/renew-profiles.ts'
import { withRunOptions, type RunOptions } from '../options/run-options.ts'
import { fail } from '../shell/fail.ts'
import { armInterruption } from '../shell/interruption.ts'
import { print, type Shell } from '../shell/shell.ts'
import { wantsColours } from '../shell/wants-colours.ts'

/** `orgproof run`: asks every check of an endpoint, or of the embedded one, and reports. */
export function runCommand(shell: Shell): Command {
  const command = new Command('run').description(
    'ask an endpoint whether it keeps what the documents say; without --endpoint, the embedded one',
  )
  return withRunOptions(command)
    .addHelpText('after', footer)
    .action((_: unknown, given: Command) => run(shell, given))
}

const footer = (): string => `
Presets: ${presetNames().toSorted().join(', ')}

Axes: ${axes.join(', ')}

Exit codes: 0 conformant, or nothing worse than the baseline; 1 nonconformant, or
worse; 2 incomplete; 3 our own error; 4 refused for safety; 64 what was given can
not be used; 130 stopped`

const run = async (shell: Shell, given: Command): Promise<void> => {
  const order = await readOrder(given, shell.env)
  if ('problems' in order) return fail(shell, exitCodes.usage, order.problems)
  if ('nothing' in order) return print(shell, order.nothing)
  if ('finished' in order) return tellFinished(shell, order.finished)
  const { plan, options, formats, annotated, known, earlier } = order
  const interruption = armInterruption()
  const going = {
    ...outputs(options),
    formats,
    ...(earlier && { earlier }),
    interruption,
    renew: profileRenewal(plan, shell.env),
  }
  const finished = await conduct(shell, plan, going)
  if ('problem' in finished) {
    await order.discard()
    return fail(shell, finished.exitCode, problemsOf(finished))
  }
  report(shell, finished, { ...options, annotated, known })
  if (interruption.signal.aborted) shell.exitCode = exitCodes.interrupted
}

/** A run that has come to its end says once more what it came to. */
const tellFinished = async (shell: Shell, folder: string): Promise<void> => {
  const read = await readResults(join(folder, 'results.json'))
  if ('problems' in read) return fail(shell, exitCodes.usage, read.problems)
  print(shell, `nothing to resume: the run in ${folder} has come to its end`)
  const ended = { stopped: false, expired: false, failedFast: false, broken: [] }
  shell.exitCode = exitCodeOf({ results: read.content, ...ended }, undefined)
}

type Outputs = Pick<ConductOptions, 'out' | 'allure' | 'formats' | 'earlier' | 'renew'>

const outputs = ({ out, allure = false }: RunOptions): Outputs => ({ out, allure })

/** Conducts the run. What breaks while it does, such as a full disk, must not keep anybody from what was left behind. */
const conduct = async (
  shell: Shell,
  plan: RunPlan,
  options: Outputs & { readonly interruption: Interruption },
): Promise<FinishedRun | Obstacle> => {
  const { earlier, out, interruption } = options
  try {
    const open =
      earlier && (await sweepEarlier({ out, run: earlier.header.id }, plan, interruption))
    if (open !== undefined) return open
    return await conductRun(plan, { ...options, progress: shell.stderr })
  } catch (error) {
    for (const line of options.interruption.lastWords?.() ?? []) shell.stderr.write(`${line}\n`)
    throw error
  }
}

interface Reporting extends RunOptions, Pick<RunOrder, 'annotated'> {
  readonly known: Baseline | undefined
}

/** Whoever reads annotations reads commands anywhere in a line: what an endpoint said is none. */
const withAnnotations = (text: string, results: Results): string =>
  `${text.replaceAll('##[', '# #[')}${githubAnnotations(results)}`

const report = (
  shell: Shell,
  finished: FinishedRun,
  { known, annotated, verbose = false, color }: Reporting,
): void => {
  const { results, broken } = finished
  if (asksNothing(finished)) {
    return fail(shell, exitCodes.usage, [nothingMatches(results.run.selection)])
  }
  const paint = paintIn(wantsColours(shell, color))
  const text = terminalReport(results, { paint, verbose })
  shell.stdout.write(annotated ? withAnnotations(text, results) : text)
  const gate = known === undefined ? undefined : gateOf(results, known, paint)
  if (gate !== undefined) print(shell, gate.text)
  for (const why of broken) shell.stderr.write(`orgproof: the suite itself broke: ${why}\n`)
  shell.exitCode = exitCodeOf(finished, gate)
  if (finished.evidence !== undefined) fail(shell, exitCodes.harness, [finished.evidence])
}

/** What is selected may need writes that this run does not make: then nothing is asked, too. */
const asksNothing = ({ results, broken }: FinishedRun): boolean => {
  const { planned, selection } = results.run
  const { shard: _, ...whole } = selection
  return planned === 0 && broken.length === 0 && !asksEverything(whole)
}
