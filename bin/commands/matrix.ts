import { join } from 'node:path'

import { Command } from 'commander'

import { exitCodes, problemsOf } from '../../harness/problem.ts'
import { matrixMarkdown } from '../../reports/matrix/markdown.ts'
import { matrixOf } from '../../reports/matrix/matrix-of.ts'
import { rowKinds, type Matrix } from '../../reports/matrix/matrix.ts'
import { committedBaselines } from '../options/committed-baselines.ts'
import { readMatrixSources } from '../options/read-matrix-sources.ts'
import { prepareFolder } from '../outputs/prepare.ts'
import { writeOutput } from '../outputs/write.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'

/** `orgproof matrix`: vendors and endpoints side by side. */
export function matrixCommand(shell: Shell): Command {
  return new Command('matrix')
    .description('show vendors and endpoints side by side, in Markdown and JSON')
    .argument(
      '[results...]',
      'results.json files and baselines; those that come with it unless said',
    )
    .option('--out <dir>', 'where matrix.md and matrix.json go', join('reports', 'out'))
    .action((paths: readonly string[], { out }: { readonly out: string }) =>
      matrix(shell, paths, out),
    )
}

const matrix = async (shell: Shell, paths: readonly string[], out: string): Promise<void> => {
  const unwritable = await prepareFolder(out, ['matrix.md', 'matrix.json'])
  // what comes with the suite takes a while to load, and nothing of it is the caller's
  const given = unwritable.length === 0 && paths.length === 0 ? await committedBaselines() : paths
  const sources = await readMatrixSources(given)
  if ('problems' in sources || unwritable.length > 0) {
    return fail(shell, exitCodes.usage, [...problemsOf(sources), ...unwritable])
  }
  const made = matrixOf(sources.content)
  const json = `${JSON.stringify(made, null, 2)}\n`
  const written =
    (await writeOutput(shell, join(out, 'matrix.md'), matrixMarkdown(made))) &&
    (await writeOutput(shell, join(out, 'matrix.json'), json))
  if (!written) return
  print(shell, summary(made))
  print(shell, `${join(out, 'matrix.md')} and matrix.json have all of it`)
}

/** How many rows there are of each kind, and how many of them differ. */
const summary = ({ rows, vendors, endpoints }: Matrix): string => {
  const kinds = rowKinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    const between = own.filter(({ differs }) => differs.vendors).length
    const open = own.filter(({ differs }) => differs.endpoints).length
    return `  ${kind.padEnd(8)}  ${String(own.length).padStart(3)} rows, ${between} differ between documents, ${open} at endpoints`
  })
  return [`${vendors.length} vendors, ${endpoints.length} endpoints`, ...kinds].join('\n')
}
