import { expect, test } from 'vitest'

import { caseOf, mayAskOf, selectedBy, vendorsAsked } from './selection.ts'

const everything = { only: [], axes: [] }
const check = { id: 'contract/aws/CreatePolicy/Name/max-length', axis: 'input' } as const

test('without a selection everything is wanted', () => {
  expect(selectedBy(everything)(check)).toBe(true)
})

test('globs and axes narrow what is wanted', () => {
  expect(selectedBy({ ...everything, only: ['*/CreatePolicy/*'] })(check)).toBe(true)
  expect(selectedBy({ ...everything, only: ['*/CreatePolic/*'] })(check)).toBe(false)
  expect(selectedBy({ ...everything, axes: ['input'] })(check)).toBe(true)
  expect(selectedBy({ ...everything, axes: ['shape'] })(check)).toBe(false)
  expect(selectedBy({ only: ['contract/*'], axes: ['shape'] })(check)).toBe(false)
})

test('shards divide the cases: every check falls into one, and a case into one alone', () => {
  const ids = Array.from({ length: 60 }, (_, n) => `contract/aws/Operation${n % 20}/member/${n}`)
  const shards = [1, 2, 3].map((part) => {
    const wanted = selectedBy({ ...everything, shard: { part, of: 3 } })
    return ids.filter((id) => wanted({ id, axis: 'input' }))
  })
  expect(shards.flat().toSorted()).toEqual(ids.toSorted())
  const cases = shards.map((shard) => new Set(shard.map(caseOf)))
  expect(cases.reduce((sum, { size }) => sum + size, 0)).toBe(20)
})

test.each([
  ['contract/aws/CreatePolicy/Name/max-length/above/code', 'contract/aws/CreatePolicy'],
  ['scenario/unit-rename/renamed/code', 'scenario/unit-rename'],
  ['law/pages-join/units', 'law/pages-join'],
])('%s belongs to %s', (id, name) => {
  expect(caseOf(id)).toBe(name)
})

test('before any check is known, globs rule out what begins otherwise; without any, nothing is', () => {
  const mayAsk = mayAskOf(['contract/aws/CreatePolicy/Name/*', 'scenario/unit-*'])
  expect(mayAsk('contract/aws/CreatePolicy/')).toBe(true)
  expect(mayAsk('scenario/unit-rename/')).toBe(true)
  expect(mayAsk('contract/aws/DeletePolicy/')).toBe(false)
  expect(mayAsk('law/unit-rename/')).toBe(false)
  expect(mayAskOf([])('anything/')).toBe(true)
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
