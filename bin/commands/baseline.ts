import { Command } from 'commander'

import { exitCodes, problemsOf } from '../../harness/problem.ts'
import { baselineOf } from '../../reports/results/baseline.ts'
import { compareBaseline } from '../../reports/results/compare-baseline.ts'
import { differenceText } from '../../reports/results/difference-text.ts'
import { paintIn } from '../../reports/text/paint.ts'
import { readBaseline } from '../files/read-baseline.ts'
import { readResults } from '../files/read-results.ts'
import { prepareFile } from '../outputs/prepare.ts'
import { writeOutput } from '../outputs/write.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'
import { wantsColours } from '../shell/wants-colours.ts'

interface InitOptions {
  readonly output?: string
}

interface CheckOptions {
  readonly against: string
}

/** `orgproof baseline`: what is known of an endpoint, kept and held against later runs. */
export function baselineCommand(shell: Shell): Command {
  const command = new Command('baseline').description(
    'keep what is known of an endpoint, and compare',
  )
  command
    .command('init')
    .description('write the baseline that a results.json comes to')
    .argument('<results>', 'a results.json of a whole run')
    .option('-o, --output <file>', 'where to; standard output unless said')
    .action((path: string, options: InitOptions) => init(shell, path, options))
  command
    .command('check')
    .description('fail on any difference, for better or worse')
    .argument('<results>', 'a results.json of a whole run')
    .requiredOption('--against <file>', 'the baseline')
    .action((path: string, options: CheckOptions) => check(shell, path, options))
  return command
}

const init = async (shell: Shell, path: string, { output }: InitOptions): Promise<void> => {
  const results = await readResults(path)
  const unwritable = output === undefined ? [] : await prepareFile(output)
  const problems = [...problemsOf(results), ...unwritable]
  if (problems.length > 0 || !('content' in results)) return fail(shell, exitCodes.usage, problems)
  const text = attempt(shell, () => `${JSON.stringify(baselineOf(results.content), null, 2)}\n`)
  if (text === undefined) return
  if (output === undefined) shell.stdout.write(text)
  else await writeOutput(shell, output, text)
}

const check = async (shell: Shell, path: string, { against }: CheckOptions): Promise<void> => {
  const results = await readResults(path)
  const baseline = await readBaseline(against)
  if (!('content' in results) || !('content' in baseline)) {
    return fail(shell, exitCodes.usage, [...problemsOf(results), ...problemsOf(baseline)])
  }
  const differences = attempt(shell, () => compareBaseline(results.content, baseline.content))
  if (differences === undefined) return
  print(shell, differenceText(differences, paintIn(wantsColours(shell, true))))
  shell.exitCode = differences.length === 0 ? 0 : exitCodes.nonconformant
}

/** What the files do not allow is the caller's to mend. */
const attempt = <T>(shell: Shell, work: () => T): T | undefined => {
  try {
    return work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    fail(shell, exitCodes.usage, [{ code: 'NOT_COMPARABLE', message }])
    return undefined
  }
}
