import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Results } from '../../reports/results/results.ts'
import { contractFiles } from '../documents/contract-file.ts'
import { requirementSetFile } from '../documents/requirement-set-file.ts'
import { lintRoomsText } from './lint-rooms.ts'
import { runOrgproof, ToolFailed, top } from './run-tool.ts'

/** Something committed that is made from the rest of the tree. */
export interface Committed {
  readonly name: string
  readonly about: string
  /** files, or folders whose files they are */
  readonly writes: readonly string[]
  readonly make: () => Promise<void>
}

const out = 'reports/out/refresh'

/** All that is committed and made, in the order in which it is to be made: each may read what comes before it. */
export const committed: readonly Committed[] = [
  {
    name: 'rooms',
    about: 'the rules of the linter that hold the plan of the rooms (bin/scripts/rooms.json)',
    writes: ['bin/scripts/lint-rooms.json'],
    make: async () => writeFileSync(join(top, 'bin/scripts/lint-rooms.json'), lintRoomsText()),
  },
  {
    name: 'openapi',
    about: 'the contracts that the suite judges by, for any tool',
    writes: ['fixtures/openapi'],
    make: async () => {
      const files = contractFiles(join(top, 'specs'), join(top, 'fixtures'))
      for (const { path, text } of files) writeFileSync(path, text)
    },
  },
  {
    name: 'checks',
    about: 'the ids of all checks, so that growth and loss show in review',
    writes: ['reports/checks'],
    make: () => runOrgproof('list', '--into', 'reports/checks'),
  },
  {
    name: 'requirements',
    about: 'what this version asks, for certificates; those of other versions are frozen',
    writes: ['specs/requirement-sets'],
    make: async () => {
      const { path, text } = await requirementSetFile(join(top, 'specs'))
      writeFileSync(path, text)
    },
  },
  {
    name: 'baseline',
    about: 'what the embedded endpoint answers, by a whole run',
    writes: ['reports/baselines/reference.json'],
    make: async () => {
      await runOrgproof('run', '--out', out)
      const results = join(out, 'results.json')
      ensurePassing(results)
      await runOrgproof('baseline', 'init', results, '-o', 'reports/baselines/reference.json')
    },
  },
  {
    name: 'parity',
    about: 'vendors and endpoints side by side, by the committed baselines',
    writes: ['reports/parity.md'],
    make: async () => {
      await runOrgproof('matrix', '--out', out)
      copyFileSync(join(top, out, 'matrix.md'), join(top, 'reports/parity.md'))
    },
  },
]

/** Throws when the embedded endpoint does not pass everything: what it does then is no measure for others. */
const ensurePassing = (results: string): void => {
  const { checks } = JSON.parse(readFileSync(join(top, results), 'utf8')) as Pick<Results, 'checks'>
  const wrong = checks.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'absent')
  if (wrong.length === 0) return
  const first = wrong.slice(0, 3).map(({ id, verdict }) => `${verdict} ${id}`)
  throw new ToolFailed(
    ['the embedded endpoint'],
    `does not pass ${wrong.length} checks: ${first.join(', ')}`,
  )
}

/** The text of every file that something committed consists of, by path. */
export function filesOf({ writes }: Pick<Committed, 'writes'>): ReadonlyMap<string, string> {
  const paths = writes.flatMap((path) =>
    /\.\w+$/u.test(path) ? [path] : readdirSync(join(top, path)).map((name) => join(path, name)),
  )
  return new Map(paths.map((path) => [path, readFileSync(join(top, path), 'utf8')]))
}
