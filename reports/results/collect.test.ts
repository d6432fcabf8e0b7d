import { expect, test } from 'vitest'

import { gathered, inventedResults, inventedReports, judged } from './invented-results.ts'

test('the order in which checks finish leaves no trace', () => {
  const backwards = inventedResults({ reports: inventedReports.toReversed() })
  expect(backwards).toEqual(inventedResults())
})

test('exchanges are numbered as the checks name them, each once', () => {
  const { checks, exchanges } = inventedResults()
  const numbers = (id: string) => checks.find((check) => check.id === id)?.exchanges
  expect(numbers('scenario/one/fails')).toEqual([1])
  expect(numbers('scenario/one/fails/too')).toEqual([1, 2])
  expect(exchanges.map(({ id }) => id)).toEqual([1, 2])
})

test('checks name the rules that claim them, exactly or by a glob', () => {
  const { checks } = inventedResults()
  const rules = Object.fromEntries(checks.map(({ id, requirements }) => [id, requirements]))
  expect(rules['scenario/one/fails']).toEqual(['A1', 'A2'])
  expect(rules['scenario/one/passes']).toEqual(['A2'])
  expect(rules['scenario/two/ours']).toEqual([])
})

test('totals are by axis too', () => {
  const [target] = inventedResults().targets
  expect(target?.totals.fail).toBe(2)
  expect(target?.axes.refusal?.fail).toBe(2)
  expect(target?.axes.behaviour?.pass).toBe(1)
  expect(target?.axes.shape).toBeUndefined()
})

test('a run that was cut short is never conformant', () => {
  const reports = [{ judged: judged('scenario/one/passes'), exchanges: [] }]
  expect(inventedResults({ reports }).targets[0]?.verdict).toBe('conformant')
  const cut = { ...gathered.run, complete: false }
  expect(inventedResults({ reports, run: cut }).targets[0]?.verdict).toBe('incomplete')
})

test('a run that executed nothing is incomplete', () => {
  expect(inventedResults({ reports: [] }).targets[0]?.verdict).toBe('incomplete')
})
