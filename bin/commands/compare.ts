import { Command } from 'commander'

import { exitCodes, problemsOf } from '../../harness/problem.ts'
import { compareJson } from '../../reports/compare/compare-json.ts'
import { compareText } from '../../reports/compare/compare-text.ts'
import { compareResults, isWorse } from '../../reports/compare/compare.ts'
import { paintIn } from '../../reports/text/paint.ts'
import { readResults } from '../files/read-results.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'
import { wantsColours } from '../shell/wants-colours.ts'

interface CompareOptions {
  readonly json?: boolean
  readonly verbose?: boolean
  /** commander's name for --no-color */
  readonly color: boolean
}

/** `orgproof compare`: what became of each check from one run to a later one. */
export function compareCommand(shell: Shell): Command {
  return new Command('compare')
    .description('say what is new, fixed, changed and still wrong in a later run')
    .argument('<before>', 'the results.json of the earlier run')
    .argument('<after>', 'the results.json of the later run, of the same API')
    .option('--json', 'print for machines')
    .option('--verbose', 'name every check, those that still fail, too')
    .option('--no-color', 'no colours (also NO_COLOR)')
    .addHelpText('after', exits)
    .action((before: string, after: string, options: CompareOptions) =>
      compare(shell, [before, after], options),
    )
}

const exits = `
What was untestable and fails now was hidden before: it is new, and not worse. Checks that one of the runs was not to
ask, or its release of the suite did not know, are counted and not compared.

Exit codes: 0 still or better, 1 worse in at least one check, 64 wrong usage, or nothing in common.`

const compare = async (
  shell: Shell,
  [first, second]: readonly [string, string],
  { json = false, verbose = false, color }: CompareOptions,
): Promise<void> => {
  const [before, after] = [await readResults(first), await readResults(second)]
  if (!('content' in before) || !('content' in after)) {
    return fail(shell, exitCodes.usage, [...problemsOf(before), ...problemsOf(after)])
  }
  const comparison = compareResults(before.content, after.content)
  if (comparison.compared === 0) {
    const message = `${first} and ${second} have no check of the same target in common`
    return fail(shell, exitCodes.usage, [{ code: 'NOT_COMPARABLE', message }])
  }
  const runs = { before: before.content, after: after.content }
  const paint = paintIn(wantsColours(shell, color))
  if (json) print(shell, compareJson(comparison))
  else shell.stdout.write(compareText(comparison, runs, { paint, verbose }))
  shell.exitCode = isWorse(comparison) ? exitCodes.nonconformant : exitCodes.conformant
}
