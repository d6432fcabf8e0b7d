import { writeFile } from 'node:fs/promises'

import { Command } from 'commander'

import { baselineOf } from '../../reports/baseline.ts'
import { compareBaseline } from '../../reports/compare-baseline.ts'
import { differenceText } from '../../reports/difference-text.ts'
import { paintIn } from '../../reports/paint.ts'
import type { Results } from '../../reports/results.ts'
import resultsSchema from '../../specs/schemas/results.schema.json' with { type: 'json' }
import { fail } from '../fail.ts'
import { exitCodes } from '../problem.ts'
import { readBaseline } from '../read-baseline.ts'
import { wantsColours } from '../wants-colours.ts'
import { readJsonFile, type FileKind } from '../read-json-file.ts'

/** `orgproof baseline`: what is known of an endpoint, kept and held against later runs. */
export function baselineCommand(): Command {
  const command = new Command('baseline').description(
    'keep what is known of an endpoint, and compare',
  )
  command
    .command('init')
    .description('write the baseline that a results.json comes to')
    .argument('<results>', 'a results.json of a whole run')
    .option('-o, --output <file>', 'where to; standard output unless said')
    .action(init)
  command
    .command('check')
    .description('fail on any difference, for better or worse')
    .argument('<results>', 'a results.json of a whole run')
    .requiredOption('--against <file>', 'the baseline')
    .action(check)
  return command
}

const resultsFile: FileKind<Results> = {
  schema: resultsSchema,
  typed: (value) => value as Results,
}

const init = async (path: string, { output }: { readonly output?: string }): Promise<void> => {
  const results = await readJsonFile(path, resultsFile)
  if ('problems' in results) return fail(exitCodes.usage, results.problems)
  const text = attempt(() => `${JSON.stringify(baselineOf(results.content), null, 2)}\n`)
  if (text === undefined) return
  if (output === undefined) process.stdout.write(text)
  else await writeFile(output, text)
}

const check = async (path: string, { against }: { readonly against: string }): Promise<void> => {
  const results = await readJsonFile(path, resultsFile)
  const baseline = await readBaseline(against)
  if ('problems' in results) return fail(exitCodes.usage, results.problems)
  if ('problems' in baseline) return fail(exitCodes.usage, baseline.problems)
  const differences = attempt(() => compareBaseline(results.content, baseline.content))
  if (differences === undefined) return
  console.log(differenceText(differences, paintIn(wantsColours(true))))
  process.exitCode = differences.length === 0 ? 0 : exitCodes.nonconformant
}

/** What the files do not allow is the caller's to mend. */
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    fail(exitCodes.usage, [{ code: 'NOT_COMPARABLE', message }])
    return undefined
  }
}
