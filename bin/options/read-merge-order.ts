import { problemsOf, type Problem } from '../../harness/problem.ts'
import { unmergeable } from '../../reports/merge/unmergeable.ts'
import type { Results } from '../../reports/results/results.ts'
import { readResults } from '../files/read-results.ts'
import { prepareFileBeside } from '../outputs/same-file.ts'

/** Everything that `merge` was told, read and found well. */
export interface MergeOrder {
  readonly shards: readonly [Results, ...Results[]]
}

/** Reads all of what `merge` was told, and lists all that is wrong at once; nothing is written. */
export async function readMergeOrder(
  paths: readonly string[],
  out: string,
): Promise<MergeOrder | { readonly problems: readonly Problem[] }> {
  const shards: Results[] = []
  const problems: Problem[] = []
  // one after the other: each may be large
  for (const path of paths) {
    const read = await readResults(path)
    if ('content' in read) shards.push(read.content)
    else problems.push(...problemsOf(read))
  }
  if (problems.length === 0) {
    const hint = 'merge takes the results.json of each shard of one run, and nothing else'
    problems.push(
      ...unmergeable(shards).map((message) => ({ code: 'NOT_MERGEABLE', message, hint })),
    )
  }
  problems.push(...(await prepareFileBeside(out, paths)))
  const [first, ...others] = shards
  return problems.length > 0 || first === undefined ? { problems } : { shards: [first, ...others] }
}
