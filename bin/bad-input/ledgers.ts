import { truncateSync } from 'node:fs'

import { ledgerLimit, mostLines } from '../../harness/ledger/parse-ledger.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { planted, type BadInput, type WriteFile } from './bad-input.ts'
import { changed, pathsIn } from './change.ts'
import { brokenJson } from './texts.ts'

const run = '00000000-0000-4000-8000-000000000001'
const management = '123456789012'

const header: JsonObject = {
  schema: 'orgproof/ledger/1',
  suite: '0.1.0',
  run,
  mark: '-4v-',
  startedAt: '2026-01-01T00:00:00.000Z',
  target: {
    vendor: 'aws',
    endpoint: 'http://127.0.0.1:1/',
    region: 'us-east-1',
    management,
    organization: 'o-abcdefghij',
  },
  before: { 'listRoots {}': '0123456789abcdef' },
}

const intent: JsonObject = {
  run,
  step: 'intent',
  number: 1,
  verb: 'createUnit',
  operation: 'CreateOrganizationalUnit',
  account: management,
  args: { parent: 'r-abcd', name: 'unit-4v-1' },
}

const done: JsonObject = { run, step: 'done', number: 1, id: 'ou-abcd-12345678' }

const textOf = (...lines: readonly Json[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('')

/** A ledger with which nothing is wrong, and whose one write is open. */
export const soundLedger: string = textOf(header, intent, done)

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
        management: { account: management, credentials: { accessKey: 'a', secret: planted } },
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
  ]
}

/** The sound ledger with another line in one place. */
const at =
  (index: number) =>
  (line: Json): string =>
    textOf(...[header, intent, done].map((own, place) => (place === index ? line : own)))

/** Every member gone, and of another type; and a stranger beside them. */
const misfits = (line: JsonObject, place: (line: Json) => string): readonly Named[] => {
  const step = String(line['step'] ?? 'header')
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

const wrongLines: readonly Named[] = [
  ['no header', textOf(intent, done)],
  ['a second header', textOf(header, header, intent)],
  ['a version that is not known', textOf({ ...header, schema: 'orgproof/ledger/2' })],
  ['a vendor that is not known', textOf(changed(header, ['target', 'vendor'], 'nobody'))],
  [
    'a vendor that speaks no such operation',
    textOf(changed(header, ['target', 'vendor'], 'huawei'), {
      ...intent,
      operation: 'CreateOrganizationalUnit',
      verb: 'createUnit',
    }),
  ],
  [
    'an endpoint with a secret',
    textOf(changed(header, ['target', 'endpoint'], `http://u:${planted}@h/`)),
  ],
  ['a mark that is none', textOf({ ...header, mark: planted })],
  ['a time that is none', textOf({ ...header, startedAt: 'yesterday' })],
  ['a line of another run', textOf(header, { ...intent, run: 'another' })],
  ['an answer of another run', textOf(header, intent, { ...done, run: 'another' })],
  ['a number that nobody meant', textOf(header, intent, { ...done, number: 2 })],
  ['an answer before its intent', textOf(header, done, intent)],
  ['an answer without any intent', textOf(header, done)],
  ['numbers that begin with two', textOf(header, { ...intent, number: 2 })],
  ['a number twice', textOf(header, intent, intent)],
  ['a number that is left out', textOf(header, intent, { ...intent, number: 3 })],
  ['the number 0', textOf(header, { ...intent, number: 0 })],
  ['a negative number', textOf(header, { ...intent, number: -1 })],
  ['half a number', textOf(header, { ...intent, number: 1.5 })],
  ['a number beyond all', textOf(header, { ...intent, number: 1e12 })],
  ['a number in words', textOf(header, { ...intent, number: '1' })],
  ['a step that is none', textOf(header, { ...intent, step: planted })],
  ['arguments that are a list', textOf(header, { ...intent, args: [planted] })],
  ['an id in an intent', textOf(header, { ...intent, id: planted })],
  ['arguments in an answer', textOf(header, intent, { ...done, args: {} })],
  ['an id in what is undone', textOf(header, intent, { ...done, step: 'undone' })],
  ['a verb that is none', textOf(header, { ...intent, verb: planted.replaceAll('-', '') })],
  [
    'a verb that only reads',
    textOf(header, { ...intent, verb: 'listRoots', operation: 'ListRoots' }),
  ],
  [
    'a verb that nothing takes back',
    textOf(header, { ...intent, verb: 'createAccount', operation: 'CreateAccount' }),
  ],
  [
    'a verb that takes away',
    textOf(header, { ...intent, verb: 'deleteUnit', operation: 'DeleteOrganizationalUnit' }),
  ],
  [
    'a verb of another vendor',
    textOf(header, { ...intent, verb: 'updateAccount', operation: 'UpdateAccount' }),
  ],
  ['an operation that is not the verb', textOf(header, { ...intent, operation: 'DeletePolicy' })],
  ['the verb __proto__', textOf(header, { ...intent, verb: '__proto__' })],
  ['the verb constructor', textOf(header, { ...intent, verb: 'constructor' })],
  ['what stood before something was made', textOf(header, { ...intent, before: planted })],
  ['the management account as what was made', textOf(header, intent, { ...done, id: management })],
  ['the organization as what was made', textOf(header, intent, { ...done, id: 'o-abcdefghij' })],
  [
    'an account of the run as what was made',
    textOf(header, { ...intent, account: '210987654321' }, { ...done, id: '210987654321' }),
  ],
  [
    'one thing made twice',
    textOf(header, intent, { ...intent, number: 2 }, done, { ...done, number: 2 }),
  ],
  [
    'an id of what makes nothing',
    textOf(
      header,
      { ...intent, verb: 'enableServiceAccess', operation: 'EnableAWSServiceAccess' },
      done,
    ),
  ],
  ['an account with spaces', textOf(header, { ...intent, account: 'a b' })],
  ['a key twice', `${textOf(header)}{"run":"${run}","run":"${planted}"}\n`],
  ['a key named __proto__', `${textOf(header)}{"__proto__":{"step":"intent"}}\n`],
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
