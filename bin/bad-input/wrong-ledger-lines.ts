import { planted } from './bad-input.ts'
import { changed } from './change.ts'
import { done, header, intent, management, run, textOf } from './ledger-lines.ts'

const creation = {
  ...intent,
  verb: 'createAccount',
  operation: 'CreateAccount',
  lasting: true,
  at: '2026-01-01T00:00:00.000Z',
}

/** Lines of what nothing takes back. */
const lastingLines: readonly (readonly [name: string, text: string])[] = [
  ['a verb that lasts, by the word alone', textOf(header, { ...intent, lasting: true })],
  ['a verb that lasts at no time', textOf(header, changed(creation, ['at'], 'today'))],
  ['a time without lasting', textOf(header, { ...intent, at: creation.at })],
  ['what stood before what lasts', textOf(header, { ...creation, before: 'r-1' })],
  ['lasting that is no yes', textOf(header, { ...creation, lasting: false })],
  [
    'a unit that lasts',
    textOf(header, { ...creation, verb: 'createUnit', operation: 'CreateOrganizationalUnit' }),
  ],
]

/** Well-formed lines that no run wrote, or not in that place. */
export const wrongLines: readonly (readonly [name: string, text: string])[] = [
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
  ...lastingLines,
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
