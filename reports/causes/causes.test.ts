import { expect, test } from 'vitest'

import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { inventedResults, judged } from '../results/invented-results.ts'
import { causesOf } from './causes.ts'

type Said = readonly [id: string, differs: Partial<JudgedCheck>]

const told = (...said: readonly Said[]) => {
  const reports = said.map(([id, differs]) => ({ judged: judged(id, differs), exchanges: [] }))
  return causesOf(inventedResults({ reports }).checks).map(({ findings, waiting, missing }) => ({
    ids: findings.map(({ id }) => id.split('/').at(-1)),
    waiting,
    ...(missing !== undefined && { missing }),
  }))
}

const ids = (...said: readonly Said[]) => told(...said).map((one) => one.ids)

const fail = (differs: Partial<JudgedCheck>): Partial<JudgedCheck> => ({
  verdict: 'fail',
  ...differs,
})

const answered = (operation: string, what: string, refusal?: JudgedCheck['refusal']) =>
  fail({ operation, received: `${operation} ${what}`, ...(refusal !== undefined && { refusal }) })

const listing = (operation: string) => fail({ operation, feature: 'account-listing' })

const seen = (reason: string) => fail({ operation: 'X', reason })

const wrong = 'is refused: HTTP 400 Wrong'

test('the same answer to the same mistake at operations of one feature is one cause', () => {
  const [create, move] = ['CreateUnit', 'MoveUnit'].map((operation) => ({
    ...answered(operation, wrong, 'unitNotFound'),
    feature: 'units',
  })) as [Partial<JudgedCheck>, Partial<JudgedCheck>]
  const policy = { ...answered('CreatePolicy', wrong, 'unitNotFound'), feature: 'policies' }
  expect(ids(['a/b/1', create], ['a/b/2', move], ['a/b/3', policy])).toEqual([['1', '2'], ['3']])
})

test('another answer, or to another mistake, is another cause', () => {
  expect(
    ids(
      ['a/b/1', answered('X', wrong, 'unitNotFound')],
      ['a/b/2', answered('X', 'is refused: HTTP 400 Other', 'unitNotFound')],
      ['a/b/3', answered('X', wrong, 'unitNameTaken')],
      ['a/b/4', answered('X', 'succeeds', 'unitNotFound')],
    ),
  ).toHaveLength(4)
})

test('how the endpoint breaks down is one cause, whatever it was asked', () => {
  const page = 'an HTML page: "500 Internal Server Error"'
  expect(
    ids(
      ['a/b/1', answered('CreateUnit', `garbled: ${page}`, 'unitNotFound')],
      ['a/b/2', answered('TagResource', `garbled: ${page}`)],
      ['protocol/aws/DeletePolicy/readable', fail({ reason: page, operation: 'DeletePolicy' })],
    ),
  ).toEqual([['1', '2', 'readable']])
})

test('a member of an answer is one cause, by whatever operation it is told', () => {
  expect(
    ids(
      ['model/aws/ListAccounts/Accounts.Name', listing('ListAccounts')],
      ['model/aws/DescribeAccount/Account.Name', listing('DescribeAccount')],
      ['model/aws/DescribeAccount/Account.Email', listing('DescribeAccount')],
    ),
  ).toHaveLength(2)
})

test('where nothing is answered, ids and numbers make no difference, words do', () => {
  expect(
    ids(
      ['a/b/X/1', seen('the unit ou-ab12-34567890 has 3 children')],
      ['a/b/X/1', seen('the unit ou-cd56-09876543 has 4 children')],
      ['a/b/X/1', seen('the unit ou-cd56-09876543 has 4 parents')],
    ),
  ).toEqual([['1', '1'], ['1']])
})

test('our own errors come first, then what most checks wait for', () => {
  const follows = { verdict: 'untestable', code: 'FOLLOWS', follows: 'a/b/3' } as const
  expect(
    told(
      ['a/b/1', answered('X', 'succeeds', 'unitNotFound')],
      ['a/b/2', answered('X', 'succeeds', 'unitNotFound')],
      ['a/b/3', answered('X', wrong)],
      ['a/b/4', follows],
      ['a/b/5', { ...follows, follows: 'a/b/4' }],
      ['a/b/6', { ...follows, follows: 'a/b/4' }],
      ['a/b/7', { verdict: 'error', reason: 'ours' }],
      ['a/b/8', { ...answered('Y', wrong), verdict: 'warn' }],
    ),
  ).toEqual([
    { ids: ['7'], waiting: 0 },
    { ids: ['3'], waiting: 3 },
    { ids: ['1', '2'], waiting: 0 },
    { ids: ['8'], waiting: 0 },
  ])
})

test('an operation that is not offered is one cause, and whatever needs it waits', () => {
  const open = { verdict: 'untestable', code: 'NOT_IMPLEMENTED' } as const
  expect(
    told(
      ['contract/aws/Invite/is-implemented', fail({ operation: 'Invite' })],
      ['contract/aws/Invite/minimal/succeeds', { ...open, operation: 'Invite' }],
      ['scenario/a/b', { ...open, reason: 'Invite unimplemented: HTTP 501' }],
    ),
  ).toEqual([{ ids: ['is-implemented'], waiting: 2, missing: 'Invite' }])
})
