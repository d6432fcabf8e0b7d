import { expect, test } from 'vitest'

import { mayAskOf, namesFewCases, selectedBy, vendorsAsked } from './selection.ts'

const everything = { only: [], axes: [] }
const check = {
  id: 'contract/aws/CreatePolicy/Name/max-length',
  case: 'contract/aws/CreatePolicy',
  axis: 'input',
} as const

test('without a selection everything is wanted', () => {
  expect(selectedBy(everything)(check, {})).toBe(true)
})

test('globs and axes narrow what is wanted', () => {
  expect(selectedBy({ ...everything, only: ['*/CreatePolicy/*'] })(check, {})).toBe(true)
  expect(selectedBy({ ...everything, only: ['*/CreatePolic/*'] })(check, {})).toBe(false)
  expect(selectedBy({ ...everything, axes: ['input'] })(check, {})).toBe(true)
  expect(selectedBy({ ...everything, axes: ['shape'] })(check, {})).toBe(false)
  expect(selectedBy({ only: ['contract/*'], axes: ['shape'] })(check, {})).toBe(false)
})

test('shards divide the cases: every check falls into one, and a case into one alone', () => {
  const checks = Array.from({ length: 60 }, (_, n) => {
    const name = `contract/aws/Operation${n % 20}`
    return { id: `${name}/member/${n}`, case: name, axis: 'input' } as const
  })
  const shards = [1, 2, 3].map((part) => {
    const wanted = selectedBy({ ...everything, shard: { part, of: 3 } })
    return checks.filter((one) => wanted(one, {}))
  })
  const idsOf = (some: typeof checks) => some.map(({ id }) => id).toSorted()
  expect(idsOf(shards.flat())).toEqual(idsOf(checks))
  const cases = shards.map((shard) => new Set(shard.map((one) => one.case)))
  expect(cases.reduce((sum, { size }) => sum + size, 0)).toBe(20)
})

test('what watches a case goes with it', () => {
  for (const part of [1, 2, 3, 4, 5]) {
    const wanted = selectedBy({ ...everything, shard: { part, of: 5 } })
    const watching = { ...check, case: 'endpoint/aws/CreatePolicy' }
    expect(wanted(watching, { after: check })).toBe(wanted(check, {}))
  }
})

test('before any check is known, globs rule out what begins otherwise; without any, nothing is', () => {
  const mayAsk = mayAskOf({ only: ['contract/aws/CreatePolicy/Name/*', 'scenario/unit-*'] })
  expect(mayAsk('contract/aws/CreatePolicy/')).toBe(true)
  expect(mayAsk('scenario/unit-rename/')).toBe(true)
  expect(mayAsk('contract/aws/DeletePolicy/')).toBe(false)
  expect(mayAsk('law/unit-rename/')).toBe(false)
  expect(mayAskOf({ only: [] })('anything/')).toBe(true)
})

test.each([
  [['contract/aws/CreatePolicy/Name/max-length/above'], true],
  [['contract/aws/CreatePolicy/*'], true],
  [['scenario/unit-rename/*', 'law/created-reads-back/unit'], true],
  [['contract/aws/CreatePolicy*'], false],
  [['contract/aws/*'], false],
  [['scenario/unit-*'], false],
  [['*'], false],
  [[], false],
  [Array.from({ length: 9 }, () => 'scenario/unit-rename/renamed'), false],
])('%j name a few cases: %s', (only, few) => {
  expect(namesFewCases({ only })).toBe(few)
})

test.each([
  [['contract/aws/CreatePolicy/*'], ['aws']],
  [
    ['contract/aws/*', 'protocol/tencent/body/*'],
    ['aws', 'tencent'],
  ],
  [
    ['contract/aws/*', 'scenario/unit-rename/*'],
    ['aws', 'huawei', 'tencent'],
  ],
  [['contract/*'], ['aws', 'huawei', 'tencent']],
  [['*/aws/*'], ['aws', 'huawei', 'tencent']],
  [['contract/aws*'], ['aws', 'huawei', 'tencent']],
  [['contract/codearts/*'], []],
  [[], ['aws', 'huawei', 'tencent']],
])('%j can be about %j', (only, asked) => {
  expect(vendorsAsked(only, ['aws', 'huawei', 'tencent'])).toEqual(asked)
})

test('where cases are named they alone are wanted, each of its own target', () => {
  const cases = { here: ['contract/aws/CreatePolicy'], there: ['scenario/unit-rename'] }
  const asked = { ...everything, cases }
  expect(selectedBy(asked, 'here')(check, {})).toBe(true)
  expect(selectedBy(asked, 'there')(check, {})).toBe(false)
  expect(selectedBy(asked, 'elsewhere')(check, {})).toBe(false)
  expect(selectedBy({ ...asked, only: ['scenario/*'] }, 'here')(check, {})).toBe(false)
  const mayAsk = mayAskOf(asked)
  expect(['contract/aws/CreatePolicy/', 'scenario/unit-rename/', 'scenario/'].map(mayAsk)).toEqual([
    true,
    true,
    true,
  ])
  expect(['contract/aws/CreatePolicyType/', 'protocol/aws/', 'law/'].map(mayAsk)).toEqual([
    false,
    false,
    false,
  ])
  expect(mayAskOf({ only: ['law/*'], cases })('scenario/unit-rename/')).toBe(false)
  expect(namesFewCases(asked)).toBe(true)
  const many = Array.from({ length: 9 }, (_, n) => `scenario/${n}`)
  expect(namesFewCases({ only: [], cases: { here: many } })).toBe(false)
})
