import { Command } from 'commander'

import { exitCodes } from '../../harness/problem.ts'
import { mergeShards } from '../../reports/merge/merge-shards.ts'
import { resultsText } from '../../reports/results/results-file.ts'
import { printable } from '../../reports/text/printable.ts'
import { readMergeOrder } from '../options/read-merge-order.ts'
import { writeOutput } from '../outputs/write.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'

/** `orgproof merge`: the shards of a run as the results of the whole. */
export function mergeCommand(shell: Shell): Command {
  return new Command('merge')
    .description('make one results.json of those of all shards of a run')
    .argument('<results...>', 'the results.json of each shard')
    .requiredOption('--out <file>', 'where the results of the whole go')
    .addHelpText('after', exits)
    .action((paths: readonly string[], { out }: { readonly out: string }) =>
      merge(shell, paths, out),
    )
}

const exits = `
Every shard of one run has to be there, once: of the same release, seed, selection and target.

Exit codes: 0 merged, whatever the results say, 3 a disk that fills, 64 wrong usage.`

const merge = async (shell: Shell, paths: readonly string[], out: string): Promise<void> => {
  const order = await readMergeOrder(paths, out)
  if ('problems' in order) return fail(shell, exitCodes.usage, order.problems)
  const merged = mergeShards(order.shards)
  if (!(await writeOutput(shell, out, resultsText(merged)))) return
  for (const { name, verdict } of merged.targets) print(shell, printable(`${name} is ${verdict}`))
  print(shell, `${out} has all of it: ${merged.checks.length} checks of ${paths.length} shards`)
}
