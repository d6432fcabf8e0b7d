import { describe, expect, test } from 'vitest'

import type { Json } from '../../specs/contract/json.ts'
import { compareValue } from './compare-answer.ts'
import type { Fitting } from './fits.ts'
import { openMoments } from './moments.ts'
import { openNames } from './names.ts'

const now = Date.UTC(2026, 0, 15, 12)

/** Names that begin with `m-` are the model's own; `a-1` was met, `NEW` is newer than the document. */
const fitting = (): Fitting => ({
  names: openNames(),
  moments: openMoments((instant) => instant),
  isMadeUp: (name) => /^[mu]-/u.test(name),
  isMet: (id) => id === 'a-1',
  isNewer: (value) => value === 'NEW',
  profile: {},
  prefixes: ['o-'],
  isVoid: () => false,
  mayPass: () => false,
  mayLack: () => false,
  mayHoldMore: (member) => member === 'Open',
  isUntold: (model) => model.startsWith('u-'),
})

const differing = (expected: Json, told: Json, by: Fitting = fitting()): readonly string[] =>
  compareValue({ member: '', expected, told }, by).differences.map(
    ({ member, kind }) => `${kind} ${member}`,
  )

describe('an answer is compared member by member', () => {
  test.each<[string, Json, Json]>([
    ['the same', { Name: 'x' }, { Name: 'x' }],
    ['more than the rules say', { Name: 'x' }, { Name: 'x', More: 1 }],
    ['nothing for nothing', { Note: '', Tags: [], Phone: null }, {}],
    ['a name that the target made', { Id: 'm-1', Arn: 'arn::x/m-1' }, { Id: '7', Arn: 'arn::x/7' }],
    ['another order', { L: [{ Id: '1' }, { Id: '2' }] }, { L: [{ Id: '2' }, { Id: '1' }] }],
    ['another spelling of a document', { C: '{"a": 1}' }, { C: '{"a":1}' }],
    ['an entry of a newer kind', { L: [] }, { L: [{ Type: 'NEW', Id: 'q' }] }],
    ['an entry that stood before', { L: [] }, { L: [{ Id: 'elsewhere' }] }],
    ['the clock of the target', { At: now / 1000 }, { At: now / 1000 + 3600 }],
    ['an entry of a list that may hold more', { Open: [] }, { Open: [{ Key: 'k' }] }],
    ['one name of two things that stood before', { A: 'u-1', B: 'u-2' }, { A: 'x', B: 'x' }],
  ])('%s is no difference', (_, expected, told) => {
    expect(differing(expected, told)).toEqual([])
  })

  test.each<[string, Json, Json, string]>([
    ['another value', { Name: 'x' }, { Name: 'X' }, 'other Name'],
    ['a word that nobody knows', { Type: 'OLD' }, { Type: 'NEW' }, 'unheard Type'],
    ['another kind of value', { Count: 1 }, { Count: '1' }, 'other Count'],
    ['a member that is not there', { Name: 'x' }, {}, 'untold Name'],
    ['null for something', { P: { Name: 'x' } }, { P: { Name: null } }, 'untold P.Name'],
    ['one name for two things', [{ A: 'm-1', B: 'm-2' }], [{ A: '1', B: '1' }], 'other B'],
    ['two names for one thing', { A: 'm-1', B: 'm-1' }, { A: '1', B: '2' }, 'other B'],
    [
      'an entry that a list that may hold more lacks',
      { Open: [{ Id: '1' }] },
      { Open: [] },
      'entries Open',
    ],
    [
      'two names of one thing that stood before',
      [{ A: 'u-1', B: 'u-1' }],
      [{ A: 'x', B: 'y' }],
      'other B',
    ],
    ['an entry too few', { L: [{ Id: '1' }] }, { L: [] }, 'entries L'],
    ['an entry of somebody known', { L: [] }, { L: [{ Id: 'a-1' }] }, 'entries L'],
    ['an entry twice', { L: [{ Id: '1' }] }, { L: [{ Id: '1' }, { Id: '1' }] }, 'entries L'],
    ['a key that is spelled otherwise', { T: [{ Key: 'k' }] }, { T: [{ Key: 'K' }] }, 'entries T'],
    [
      'a value of an entry',
      { L: [{ Id: '1', N: 'x' }] },
      { L: [{ Id: '1', N: 'y' }] },
      'other L.N',
    ],
    ['another document', { C: '{"a": 1}' }, { C: '{"a": 2}' }, 'other C'],
    ['an instant days away', { At: now / 1000 }, { At: now / 1000 + 3 * 86400 }, 'other At'],
  ])('%s is one', (_, ...[expected, told, difference]) => {
    expect(differing(expected, told)).toContain(difference)
  })
})

describe('what an answer taught holds for the next', () => {
  test('a name', () => {
    const by = fitting()
    expect(differing({ Id: 'm-1' }, { Id: '7' }, by)).toEqual([])
    expect(differing({ Id: 'm-1' }, { Id: '7' }, by)).toEqual([])
    expect(differing({ Id: 'm-1' }, { Id: '8' }, by)).toEqual(['other Id'])
    expect(differing({ Id: 'm-2' }, { Id: '7' }, by)).toEqual(['other Id'])
  })

  test('what something is called that stood before, and then it is compared', () => {
    const by = fitting()
    const compared = (told: string) =>
      compareValue({ member: 'N', expected: 'u-1', told }, by).compared.size
    expect([compared('x'), compared('x')]).toEqual([0, 1])
    expect(differing({ N: 'u-1' }, { N: 'y' }, by)).toEqual(['other N'])
  })

  test('an instant, to the second', () => {
    const by = fitting()
    expect(differing({ At: now / 1000 }, { At: now / 1000 + 60 }, by)).toEqual([])
    expect(differing({ At: now / 1000 }, { At: now / 1000 + 60.4 }, by)).toEqual([])
    expect(differing({ At: now / 1000 }, { At: now / 1000 + 90 }, by)).toEqual(['other At'])
  })

  test('how far the clock is away', () => {
    const by = fitting()
    const week = 7 * 86400
    expect(differing({ At: now / 1000 }, { At: now / 1000 + 3600 }, by)).toEqual([])
    const [right, wrong] = [now / 1000 + week + 3600, now / 1000 + week]
    expect(differing({ Until: now / 1000 + week }, { Until: wrong }, by)).toEqual(['other Until'])
    expect(differing({ Until: now / 1000 + week }, { Until: right }, by)).toEqual([])
  })

  test('nothing where two entries can not be told apart', () => {
    const by = fitting()
    const two = [
      { Id: 'm-1', N: 'x' },
      { Id: 'm-2', N: 'x' },
    ]
    const told = [
      { Id: '1', N: 'x' },
      { Id: '2', N: 'x' },
    ]
    expect(differing(two, told, by)).toEqual([])
    expect(by.names.real('m-1')).toBeUndefined()
  })

  test('what differs in the rest is known by what differs least', () => {
    const by = fitting()
    const two = [
      { Id: 'm-1', N: 'x' },
      { Id: 'm-2', N: 'y' },
    ]
    const told = [
      { Id: '1', N: 'y' },
      { Id: '2', N: 'x' },
    ]
    expect(differing(two, told, by)).toEqual([])
    expect([by.names.real('m-1'), by.names.real('m-2')]).toEqual(['2', '1'])
  })
})
