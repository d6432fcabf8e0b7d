import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { ownVersion } from '../../harness/version.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { planted, type BadInput, type WriteFile } from './bad-input.ts'
import { changed, pathsIn } from './change.ts'
import { randomFrom } from './random.ts'
import { brokenJson } from './texts.ts'

/** The header of a run with which nothing is wrong. */
const header: JsonObject = {
  event: 'run',
  id: 'a-run',
  startedAt: '2026-03-01T10:00:00.000Z',
  seed: 1,
  selection: { only: ['scenario/unit-rename/*'], axes: [] },
  suite: { name: 'orgproof', version: ownVersion() },
  targets: [
    { name: 'reference-aws', vendor: 'aws', endpoint: 'http://127.0.0.1:4000', readOnly: false },
  ],
}

const message = { method: 'POST', path: '/', headers: {}, body: '' }
const exchange = {
  id: 1,
  operation: 'CreatePolicy',
  account: '1',
  at: 0,
  took: 1,
  request: message,
}

const check: JsonObject = {
  event: 'check',
  id: 'scenario/unit-rename/renamed',
  target: 'reference-aws',
  vendor: 'aws',
  axis: 'behaviour',
  level: 'must',
  verdict: 'fail',
  reason: 'it is not',
  exchanges: [exchange],
}

const lines: readonly JsonObject[] = [
  check,
  { ...check, event: 'watched' },
  { event: 'exchange', target: 'reference-aws', ...exchange },
  { event: 'stopping' },
]

/** A folder for each text of events. */
type Folder = readonly [name: string, text: string]

/** Folders of runs that nobody can go on with, and what contradicts one that somebody could. */
export function badResumes(folder: string, write: WriteFile): readonly BadInput[] {
  const place = (name: string, text: string): string => {
    mkdirSync(join(folder, name), { recursive: true })
    write(join(name, 'events.ndjson'), text)
    return join(folder, name)
  }
  const sound = place('resume-sound', textOf([header, ...lines]))
  const garbled = [...texts, ...misfits, ...contradictions].map(([name, text], at): BadInput => ({
    name: `events: ${name}`,
    words: go(place(`resume-${at}`, text)),
  }))
  const empty = join(folder, 'resume-empty')
  mkdirSync(empty, { recursive: true })
  mkdirSync(join(folder, 'resume-folder', 'events.ndjson'), { recursive: true })
  const nowhere = [
    empty,
    join(folder, 'resume-folder'),
    join(folder, 'no/such'),
    `${folder}/a\u0000b`,
  ]
  return [
    ...garbled,
    ...nowhere.map((at) => ({ name: `resumed from ${at}`, words: go(at) })),
    { name: 'resumed from a file', words: go(join(sound, 'events.ndjson')) },
    ...against.map((words) => ({
      name: `resumed with ${words.join(' ')}`,
      words: ['run', '--resume', sound, ...words],
    })),
  ]
}

const go = (at: string): readonly string[] => ['run', '--vendor', 'aws', '--resume', at]

const textOf = (all: readonly Json[]): string =>
  all.map((one) => `${JSON.stringify(one)}\n`).join('')

const random = randomFrom(5)

const texts: readonly Folder[] = [
  ...Object.entries(brokenJson),
  ['no header', textOf(lines)],
  ['a header alone, cut', JSON.stringify(header).slice(0, -5)],
  ...Array.from({ length: 12 }, (): Folder => {
    const text = textOf([header, ...lines])
    const at = Math.floor(random() * JSON.stringify(header).length)
    return [`cut after ${at} characters`, text.slice(0, at)]
  }),
  ...[1, 2, 3, 4].map((at): Folder => {
    const all = [header, ...lines].map((one) => JSON.stringify(one))
    return [`line ${at} garbled`, all.with(at, `${all[at]?.slice(9)}"${planted}`).join('\n') + '\n']
  }),
]

/** Every member of each kind of line something else, and a stranger beside it. */
const misfits: readonly Folder[] = [header, ...lines].flatMap((one, at) =>
  [
    ...pathsIn(one).map((path) => changed(one, path, { [planted]: [planted] })),
    { ...one, [planted]: 1 },
  ].map((other, nth): Folder => [
    `line ${at} with its member ${nth} wrong`,
    textOf([header, ...lines].with(at, other)),
  ]),
)

const contradictions: readonly Folder[] = [
  ['another version', textOf([changed(header, ['suite', 'version'], '0.0.0-other'), ...lines])],
  ['another target', textOf([changed(header, ['targets', '0', 'name'], 'other'), ...lines])],
  ['another vendor', textOf([changed(header, ['targets', '0', 'vendor'], 'huawei'), ...lines])],
  ['no vendor', textOf([changed(header, ['targets', '0', 'vendor'], planted), ...lines])],
  [
    'elsewhere',
    textOf([changed(header, ['targets', '0', 'endpoint'], 'https://192.0.2.1'), ...lines]),
  ],
  ['nothing that there is', textOf([changed(header, ['selection', 'only'], ['no/*']), ...lines])],
  [
    'a shard beyond its number',
    textOf([changed(header, ['selection', 'shard'], { part: 3, of: 2 })]),
  ],
  ['a foreign schema', textOf([{ schema: 'orgproof/results/9' }])],
  [
    'finished, and without results',
    textOf([
      header,
      {
        event: 'end',
        finishedAt: '2026-03-01T10:00:00.000Z',
        planned: 1,
        end: 'finished',
        totals: { pass: 1, fail: 0, warn: 0, absent: 0, untestable: 0, inconclusive: 0, error: 0 },
      },
    ]),
  ],
]

const against: readonly (readonly string[])[] = [
  ['--seed', '2'],
  ['--seed', 'x'],
  ['--only', 'scenario/*'],
  ['--axis', 'shape'],
  ['--shard', '1/2'],
  ['--pseudonymise'],
  ['--read-only'],
  ['--rerun-failed', 'results.json'],
  ['--vendor', 'huawei'],
  ['--target', 'moto'],
  ['--out', 'elsewhere'],
]
