import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { packageRoot } from '../../harness/package-root.ts'

/** The paths of the baselines that come with the suite, in alphabetical order; none when there is no folder of them. */
export async function committedBaselines(): Promise<readonly string[]> {
  const folder = new URL('reports/baselines/', packageRoot)
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => fileURLToPath(new URL(name, folder)))
}
