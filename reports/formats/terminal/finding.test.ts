import { expect, test } from 'vitest'

import { inventedResults, judged } from '../../results/invented-results.ts'
import { findingsOf } from './finding.ts'

const findings = (...checks: readonly Parameters<typeof judged>[]) => {
  const reports = checks.map((check) => ({ judged: judged(...check), exchanges: [] }))
  return findingsOf(inventedResults({ reports }).checks).map(({ checks: group }) =>
    group.map(({ id }) => id.split('/').at(-1)),
  )
}

const fail = (operation: string, reason: string) =>
  ({ verdict: 'fail', operation, reason }) as const

test('one mistake of several operations is one finding', () => {
  expect(
    findings(
      ['a/b/1', fail('CreateUnit', 'CreateUnit says nothing')],
      ['a/b/2', fail('MoveUnit', 'MoveUnit says nothing')],
    ),
  ).toEqual([['1', '2']])
})

test('ids and numbers make no difference, words do', () => {
  expect(
    findings(
      ['a/b/1', fail('X', 'the unit ou-ab12-34567890 has 3 children')],
      ['a/b/2', fail('X', 'the unit ou-cd56-09876543 has 4 children')],
      ['a/b/3', fail('X', 'the unit ou-cd56-09876543 has 4 parents')],
    ),
  ).toEqual([['1', '2'], ['3']])
})

test('our own errors come first, then what most checks say', () => {
  expect(
    findings(
      ['a/b/1', fail('X', 'rare')],
      ['a/b/2', fail('X', 'often')],
      ['a/b/3', fail('X', 'often')],
      ['a/b/4', { verdict: 'error', reason: 'ours' }],
    ),
  ).toEqual([['4'], ['2', '3'], ['1']])
})
