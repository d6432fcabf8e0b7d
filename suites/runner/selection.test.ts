import { expect, test } from 'vitest'

import { caseOf, selectedBy } from './selection.ts'

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
