import { expect, test } from 'vitest'

import type { Requirement } from '../../specs/vendor/requirement.ts'
import { coverageMarkdown, coverageText } from './coverage-text.ts'
import { coverageOf, coverageTotals } from './coverage.ts'

const citations = [{ lines: [1, 2], sha256: '0'.repeat(64) }] as const

const rule = (id: string, rest: Partial<Requirement>): Requirement => ({
  id,
  rule: `Rule ${id} is kept.`,
  level: 'must',
  citations,
  ...rest,
})

const register = [
  rule('A1', { checks: ['scenario/tree/one'] }),
  rule('A2', { checks: ['scenario/tree/*', 'law/pages/units'] }),
  rule('A3', { checks: ['scenario/forest/*'] }),
  rule('A4', { checks: ['scenario/tree/two', 'scenario/tree/gone'] }),
  rule('A5', { level: 'may', notTested: 'Nothing shows a | here.' }),
  rule('A6', {}),
]

const existing = [
  'law/pages/units',
  'scenario/tree/one',
  'scenario/tree/two',
  'scenario/tree/two/code',
  'scenario/treetop/one',
]

const rows = coverageOf(register, existing)

test('a rule whose every named check exists is tested', () => {
  expect(rows[0]).toEqual({
    id: 'A1',
    rule: 'Rule A1 is kept.',
    level: 'must',
    state: 'tested',
    checks: ['scenario/tree/one'],
    unmatched: [],
  })
})

test('a star stands for everything below, and for nothing beside', () => {
  expect(rows[1]?.checks).toEqual(existing.slice(0, 4))
})

test('a named check that does not exist is a gap, even beside one that does', () => {
  expect(rows.map(({ state }) => state)).toEqual([
    'tested',
    'tested',
    'gap',
    'gap',
    'untestable',
    'gap',
  ])
  expect(rows[3]?.unmatched).toEqual(['scenario/tree/gone'])
})

test('totals count each rule once', () => {
  expect(coverageTotals(rows)).toEqual({ tested: 2, gap: 3, untestable: 1 })
  expect(coverageTotals([])).toEqual({ tested: 0, gap: 0, untestable: 0 })
})

test('Markdown shows a row for each rule and keeps its columns', () => {
  const text = coverageMarkdown('Coverage', rows)
  expect(text).toContain('6 rules: 2 tested, 1 that no check can establish, 3 gaps.')
  const table = text.split('\n').filter((line) => line.startsWith('|'))
  expect(table).toHaveLength(2 + register.length)
  expect(table.map((line) => line.split(/(?<!\\)\|/u).length)).toEqual(table.map(() => 6))
  expect(table[2]).toBe('| A1 | must | Rule A1 is kept. | scenario/tree/one |')
  expect(table[6]).toBe('| A5 | may | Rule A5 is kept. | not tested: Nothing shows a \\| here. |')
})

test('many checks of one rule are shown as three and counted', () => {
  expect(coverageMarkdown('Coverage', rows)).toContain(
    'law/pages/units, scenario/tree/one, scenario/tree/two and 1 more',
  )
})

test('the terminal text marks gaps and names what is missing', () => {
  const lines = coverageText('Coverage', rows).split('\n')
  expect(lines[0]).toBe('Coverage')
  expect(lines.filter((line) => line.startsWith('!'))).toHaveLength(3)
  expect(lines).toContain('              gap: no check scenario/forest/*')
  expect(lines).toContain('              gap: no check is named')
})
