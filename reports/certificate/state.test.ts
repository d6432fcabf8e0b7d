import { expect, test } from 'vitest'

import type { CheckGroup } from '../../specs/vendor/requirement-set.ts'
import { inventedReports, inventedResults, judged } from '../results/invented-results.ts'
import type { Results } from '../results/results.ts'
import type { Statement } from './certificate.ts'
import type { NamedSet } from './named-set.ts'
import { state } from './state.ts'
import { statementContradictions } from './statement-contradictions.ts'

const setOf = (...checks: readonly CheckGroup[]): NamedSet => ({
  sha256: 'a'.repeat(64),
  set: {
    schema: 'orgproof/requirement-set/1',
    version: '1.0.0',
    vendors: { aws: { documents: { 'manual.txt': 'b'.repeat(64) }, checks } },
  },
})

const stated = (results: Results, requirements: NamedSet): Statement =>
  state({
    results,
    hashes: { results: 'c'.repeat(64) },
    requirements,
    issuedAt: '2026-01-02T00:00:00.000Z',
    expiresAt: '2026-02-01T00:00:00.000Z',
  })

const whole = setOf(
  { of: ['scenario/one'], must: ['passes', 'fails'], should: ['warns'] },
  { of: ['scenario/one/fails'], must: ['too'] },
  { of: ['scenario/two'], must: ['absent', 'untestable', 'open', 'ours'] },
)

test('every verdict is counted at its axis and level, and the worst is told', () => {
  const { predicate, subject } = stated(inventedResults(), whole)
  const [target] = predicate.orgproof.targets
  expect(subject).toEqual([{ name: 'results.json', digest: { sha256: 'c'.repeat(64) } }])
  expect(predicate.result).toBe('FAILED')
  expect(predicate.failedTests).toEqual([
    'invented scenario/one/fails',
    'invented scenario/one/fails/too',
  ])
  expect(predicate.warnedTests).toEqual(['invented scenario/one/warns'])
  expect(target).toMatchObject({
    verdict: 'nonconformant',
    required: { must: 7, should: 1, may: 0 },
    missing: { must: 0, should: 0, may: 0 },
    untestable: { NO_PRINCIPAL: 1 },
    absentChecks: { tags: 1 },
    absent: { tags: 'not built yet' },
    limits: { unitDepth: 3, tagsPerResource: null },
    left: 1,
    notScored: {},
  })
  expect(Object.keys(target?.scored ?? {})).toEqual(['behaviour', 'refusal'])
  expect(target?.scored).toMatchObject({
    behaviour: { must: { pass: 1, absent: 1, error: 1 }, should: { warn: 1, pass: 0 } },
    refusal: { must: { fail: 2 } },
  })
})

const resultsOf = (...checks: readonly ReturnType<typeof judged>[]): Results =>
  inventedResults({ reports: checks.map((check) => ({ judged: check, exchanges: [] })) })

test('a check that came later keeps its verdict, and has no part in that of the target', () => {
  const results = resultsOf(
    judged('scenario/one/passes'),
    judged('scenario/new/one', { verdict: 'fail' }),
  )
  const { predicate } = stated(results, setOf({ of: ['scenario/one'], must: ['passes'] }))
  const [target] = predicate.orgproof.targets
  expect(target).toMatchObject({ verdict: 'conformant', runVerdict: 'nonconformant' })
  expect(target?.notScored.behaviour?.must).toMatchObject({ fail: 1 })
  expect(predicate).toMatchObject({
    result: 'WARNED',
    failedTests: [],
    warnedTests: ['invented scenario/new/one'],
  })
})

test('the level of the set counts, not that of today', () => {
  const results = resultsOf(
    judged('scenario/one/passes'),
    judged('scenario/one/fails', { verdict: 'fail' }),
  )
  const set = setOf({ of: ['scenario/one'], must: ['passes'], should: ['fails'] })
  expect(stated(results, set).predicate).toMatchObject({
    result: 'WARNED',
    warnedTests: ['invented scenario/one/fails'],
    orgproof: { verdict: 'conformant' },
  })
})

test.each([
  ['must', 'incomplete', 'FAILED'],
  ['should', 'conformant', 'PASSED'],
] as const)('a %s that was never asked makes it %s', (level, verdict, result) => {
  const set = setOf(
    { of: ['scenario/one'], must: ['passes'] },
    { of: ['law/one'], [level]: ['holds'] },
  )
  const { predicate } = stated(resultsOf(judged('scenario/one/passes')), set)
  expect(predicate).toMatchObject({ result, failedTests: [], orgproof: { verdict } })
  expect(predicate.orgproof.targets[0]?.missing[level]).toBe(1)
})

test('a vendor that the set does not know is refused', () => {
  const foreign: NamedSet = { ...whole, set: { ...whole.set, vendors: {} } }
  expect(() => stated(inventedResults(), foreign)).toThrow('asks nothing of aws')
})

test('what is stated never contradicts itself', () => {
  const some = inventedReports.map((_, at) => inventedReports.filter((__, other) => other >= at))
  for (const reports of some) {
    expect(statementContradictions(stated(inventedResults({ reports }), whole))).toEqual([])
  }
})
