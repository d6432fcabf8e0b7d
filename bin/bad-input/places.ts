import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

import { planted, type BadInput, type WriteFile } from './bad-input.ts'

/** Files that are none, and folders into which nothing can be written. */
export function badPlaces(folder: string, write: WriteFile): readonly BadInput[] {
  const results = join(folder, 'results.json')
  const inputs = unreadable(folder, write)
  const outputs = unwritable(folder, write)
  return [
    ...inputs.flatMap(([name, path]): readonly BadInput[] => [
      { name: `${name} as a target`, words: ['run', '--target', path] },
      { name: `${name} as a baseline`, words: ['run', '--baseline', path] },
      { name: `${name} as results`, words: ['baseline', 'init', path] },
      { name: `${name} in a matrix`, words: ['matrix', path] },
      { name: `${name} to ask again`, words: ['run', '--rerun-failed', path] },
      { name: `${name} as a ledger`, words: ['ledger', 'show', path] },
      { name: `${name} as documents`, words: ['derive', '--documents', path] },
    ]),
    ...outputs.flatMap(([name, path]): readonly BadInput[] => [
      { name: `reports into ${name}`, words: ['run', '--out', path] },
      { name: `a matrix into ${name}`, words: ['matrix', '--out', path] },
      { name: `lists into ${name}`, words: ['list', '--into', path] },
    ]),
    ...[
      ...outputs,
      ['a folder', folder] as const,
      ['a missing folder', join(folder, 'no/x')] as const,
    ]
      .map(([name, path]): BadInput => ({
        name: `a baseline into ${name}`,
        words: ['baseline', 'init', results, '-o', path],
      }))
      // below a file and into a file differ for folders only
      .filter(({ name }) => name !== 'a baseline into a file'),
    ...occupied(folder),
  ]
}

type Place = readonly [name: string, path: string]

const unreadable = (folder: string, write: WriteFile): readonly Place[] => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  symlinkSync('ring', join(folder, 'ring'))
  symlinkSync('nothing', join(folder, 'dangling'))
  const sparse = write('sparse.json', planted)
  truncateSync(sparse, 200 * 1024 ** 2)
  return [
    ['a pipe', pipe],
    ['a device that never ends', '/dev/zero'],
    ['a device without anything', '/dev/null'],
    ['a link to itself', join(folder, 'ring')],
    ['a link to nothing', join(folder, 'dangling')],
    ['a file below a file', join(sparse, 'x')],
    ['a file of 200 MiB', sparse],
    [
      'a file that is no UTF-8',
      write('latin.json', Buffer.from(`{"a": "\xE4${planted}"}`, 'latin1')),
    ],
    ['a file in UTF-16', write('utf16.json', Buffer.from(`\uFEFF{"a": "${planted}"}`, 'utf16le'))],
    ['a name that is too long', join(folder, 'n'.repeat(300))],
    ['a name with a null', `${folder}/a\u0000b`],
  ]
}

const unwritable = (folder: string, write: WriteFile): readonly Place[] => {
  const file = write('standing', planted)
  return [
    ['a file', file],
    ['what is below a file', join(file, 'x')],
    ['a pipe', join(folder, 'pipe')],
    ['a link to itself', join(folder, 'ring')],
    ['a name that is too long', join(folder, 'n'.repeat(300))],
    ['a name with a null', `${folder}/a\u0000b`],
    ['a file system without files', '/proc/orgproof'],
  ]
}

/** Folders in which something else stands in the place of a report. */
const occupied = (folder: string): readonly BadInput[] => {
  const names = ['events.ndjson', 'matrix.md', 'matrix.json']
  return names.map((name) => {
    const out = join(folder, `occupied-${name}`)
    mkdirSync(join(out, name), { recursive: true })
    const command = name.startsWith('matrix') ? 'matrix' : 'run'
    return { name: `a folder in the place of ${name}`, words: [command, '--out', out] }
  })
}
