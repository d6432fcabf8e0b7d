import { truncateSync } from 'node:fs'

import { ledgerLimit, mostLines } from '../../harness/ledger/parse-ledger.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { planted, type BadInput, type WriteFile } from './bad-input.ts'
import { changed, pathsIn } from './change.ts'
import { done, header, intent, management, soundLedger, textOf } from './ledger-lines.ts'
import { brokenJson } from './texts.ts'
import { wrongLines } from './wrong-ledger-lines.ts'

type Named = readonly [name: string, text: string]

/** Ledgers that can not be used, each for one of the commands that read it. */
export function badLedgers(write: WriteFile): readonly BadInput[] {
  // refused for safety if the ledger were taken
  const target = write(
    'ledger-target.json',
    JSON.stringify({
      vendor: 'aws',
      endpoint: 'http://192.0.2.1:1',
      accounts: {
        mode: 'fixed',
        management: {
          account: management,
          credentials: { accessKey: 'env:LEDGER_KEY', secret: 'env:LEDGER_SECRET' },
        },
      },
    }),
  )
  const wrong = [
    ...texts,
    ...misfits(header, at(0)),
    ...misfits(intent, at(1)),
    ...misfits(done, at(2)),
    ...wrongLines,
  ]
  return [
    ...wrong.map(([name, text], index): BadInput => {
      const path = write(`ledger-${index}.ndjson`, text)
      const words = [
        ['ledger', 'show', path],
        ['sweep', path, '--target', target],
      ]
      return { name: `a ledger: ${name}`, words: words[index % 2] ?? [] }
    }),
    ...largeLedgers(write),
    ...withoutUse(write, target),
  ].map((input) => ({ ...input, env: keys }))
}

/** The keys of the target: off loopback they are not written out. */
const keys = { LEDGER_KEY: 'a', LEDGER_SECRET: planted }

/** The sound ledger with another line in one place. */
const at =
  (index: number) =>
  (line: Json): string =>
    textOf(...[header, intent, done].map((own, place) => (place === index ? line : own)))

/** Every member gone, and of another type; and a stranger beside them. */
const misfits = (line: JsonObject, place: (line: Json) => string): readonly Named[] => {
  const step = 'step' in line ? JSON.stringify(line['step']) : 'the header'
  const other: Json = { [planted]: [planted] }
  // names within arguments are the caller's; what is wrong with their values only shows where they are sent
  const paths = pathsIn(line).filter(([first, second]) => first !== 'args' || second === undefined)
  return [
    ...paths
      .filter((path) => path.join() !== 'args')
      .map((path): Named => [
        `${path.join('.')} of ${step} is something else`,
        place(changed(line, path, other)),
      ]),
    ...paths
      .filter((path) => !optional.has(path.join('.')) && path[0] !== 'before')
      .map((path): Named => [
        `${path.join('.')} of ${step} is gone`,
        place(changed(line, path, undefined)),
      ]),
    [`a stranger beside ${step}`, place({ ...line, [planted]: planted })],
  ]
}

const optional = new Set(['id', 'target.organization', 'before'])

const texts: readonly Named[] = [
  ...Object.entries(brokenJson),
  ...Object.entries(brokenJson)
    // an empty end is no line, and one that was cut is understood
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]): Named => [
      `a line that is ${name}`,
      `${textOf(header)}${text}\n${textOf(intent)}`,
    ]),
  ['a header that was cut', JSON.stringify(header).slice(0, 100)],
  ['an empty line in the middle', textOf(header).concat('\n', textOf(intent))],
  ['lines that end as on other systems, and one that does not', `${textOf(header)}\r\u0000\n`],
  ['all in one line', soundLedger.replaceAll('\n', ' ')],
  ['results', JSON.stringify({ schema: 'orgproof/results/2', checks: [] })],
]

/** More than any run writes. */
const largeLedgers = (write: WriteFile): readonly BadInput[] => {
  const sparse = write('sparse.ndjson', soundLedger)
  truncateSync(sparse, ledgerLimit + 1)
  const long = write('long.ndjson', textOf(header) + '\n'.repeat(mostLines + 1))
  const deep = `${textOf(header)}{"args":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`
  return [
    { name: 'a ledger that is too large', words: ['ledger', 'show', sparse] },
    { name: 'a ledger of a million lines', words: ['ledger', 'show', long] },
    { name: 'a ledger that is too deep', words: ['ledger', 'show', write('deep.ndjson', deep)] },
  ]
}

/** A sound ledger, and words that do not fit it. */
const withoutUse = (write: WriteFile, target: string): readonly BadInput[] => {
  const sound = write('sound.ndjson', soundLedger)
  return [
    { name: 'a sweep without a target', words: ['sweep', sound] },
    { name: 'a sweep without a ledger', words: ['sweep'] },
    {
      name: 'a sweep where any account may call',
      words: ['sweep', sound, '--target', 'moto', '--endpoint', 'http://127.0.0.1:1'],
    },
    { name: 'a sweep of a folder', words: ['sweep', '/', '--target', target] },
    { name: 'a sweep of what is not there', words: ['sweep', `${sound}x`, '--target', target] },
    {
      name: 'a sweep of all vendors',
      words: ['sweep', sound, '--target', target, '--vendor', 'awz'],
    },
    { name: 'a ledger that is not shown', words: ['ledger', sound] },
    { name: 'a ledger of another endpoint', words: ['sweep', sound, '--target', target], exit: 4 },
    { name: 'a sound ledger', words: ['ledger', 'show', sound], exit: 0 },
  ]
}
