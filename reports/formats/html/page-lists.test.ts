import { expect, test } from 'vitest'

import { axes } from '../../../suites/verdict/verdict.ts'
import { inventedResults } from '../../results/invented-results.ts'
import { pageDataOf } from './page-data-of.ts'
import type { PageTarget } from './page-data.ts'
import { coverageOf } from './page/coverage-of.ts'
import { checksOf, filtered } from './page/filtered.ts'
import { reportOf } from './page/report.ts'
import { everything, type Filter } from './page/route.ts'
import { visible } from './page/visible.ts'

const report = reportOf(pageDataOf(inventedResults()))
const own = checksOf(report.checks, report.targets[0] as PageTarget)

const found = (filter: Partial<Filter>): readonly string[] =>
  filtered(own, { ...everything, ...filter }).map(({ id }) => id)

test('the worst come first', () => {
  const outcomes = own.map(({ outcome }) => outcome)
  expect([...new Set(outcomes)]).toEqual(['failed', 'warned', 'open', 'passed', 'absent'])
  expect(own).toHaveLength(report.checks.length)
})

test('a search looks for each word in id, title, operation, code and what was said', () => {
  expect(found({ words: 'FAILS one' })).toEqual(['scenario/one/fails', 'scenario/one/fails/too'])
  expect(found({ words: 'no_principal' })).toEqual(['scenario/two/untestable'])
  expect(found({ words: 'undocumented' })).toEqual(['scenario/one/warns'])
  expect(found({ words: 'fails nowhere' })).toEqual([])
})

test('outcome, axis and operation are looked for together', () => {
  expect(found({ outcome: 'open' })).toEqual(['scenario/two/open', 'scenario/two/untestable'])
  expect(found({ outcome: 'failed', axis: 'refusal' })).toHaveLength(2)
  expect(found({ outcome: 'failed', where: 'DeletePolicy' })).toEqual([])
})

test('a cell has the worst of its checks, and how many came to what', () => {
  const [row, ...others] = coverageOf(own, axes)
  expect(others).toEqual([])
  expect(row?.where).toBe('CreatePolicy')
  const cells = new Map(row?.cells.map((cell) => [cell.axis, cell]))
  const none = { failed: 0, warned: 0, open: 0, passed: 0, absent: 0 }
  expect(cells.get('refusal')).toMatchObject({ worst: 'failed', counts: { ...none, failed: 2 } })
  expect(cells.get('atomicity')).toMatchObject({ worst: undefined, counts: none })
})

test('nothing hides in a text, and its lines stay', () => {
  expect(visible('a\u202Eb\u0000c\n\td\u200Be')).toBe('a\\u202eb\\u0000c\n\td\\u200be')
  expect(visible('«Müller» 华为 עברית')).toBe('«Müller» 华为 עברית')
})
