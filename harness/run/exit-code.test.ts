import { expect, test } from 'vitest'

import { gathered, inventedResults, judged } from '../../reports/results/invented-results.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { exitCodeOf } from './exit-code.ts'

const run = (...checks: readonly Partial<JudgedCheck>[]) => {
  const reports = checks.map((check, index) => ({
    judged: judged(`scenario/one/${index}`, check),
    exchanges: [],
  }))
  return {
    results: inventedResults({ reports }),
    stopped: false,
    expired: false,
    failedFast: false,
    broken: [],
  }
}

test.each([
  ['all pass', [{}], 0],
  ['a must fails', [{}, { verdict: 'fail' }], 1],
  ['a should warns', [{}, { verdict: 'warn', level: 'should' }], 0],
  ['something is declared absent', [{}, { verdict: 'absent' }], 0],
  ['a must is open', [{}, { verdict: 'inconclusive' }], 2],
  ['a must can not be asked', [{}, { verdict: 'untestable' }], 2],
  ['nothing was executed', [], 2],
  ['everything is absent', [{ verdict: 'absent' }], 2],
  ['we are wrong ourselves', [{ verdict: 'fail' }, { verdict: 'error' }], 3],
] as const)('when %s', (_, checks, code) => {
  expect(exitCodeOf(run(...checks), undefined)).toBe(code)
})

test('what broke on our side outweighs every verdict', () => {
  expect(exitCodeOf({ ...run({}), broken: ['the suite'] }, undefined)).toBe(3)
})

test('a stopped run says so', () => {
  expect(exitCodeOf({ ...run({}), stopped: true }, { state: 'open', text: '' })).toBe(130)
})

test('a run whose time was over is incomplete, and held against no baseline', () => {
  const over = { ...run({ verdict: 'inconclusive' }), expired: true }
  expect(exitCodeOf(over, { state: 'not comparable', text: '' })).toBe(2)
  expect(exitCodeOf({ ...run({ verdict: 'fail' }), expired: true }, undefined)).toBe(1)
})

test('a run that ended since enough had failed is nonconformant, and held against no baseline', () => {
  const cut = { ...run({ verdict: 'fail' }, { verdict: 'inconclusive' }), failedFast: true }
  expect(exitCodeOf(cut, { state: 'not comparable', text: '' })).toBe(1)
})

test.each([
  ['open', 0],
  ['shut', 1],
  ['not comparable', 64],
] as const)('a gate that is %s decides', (state, code) => {
  expect(exitCodeOf(run({ verdict: 'fail' }), { state, text: '' })).toBe(code)
})

test('a run that waits for a human is not through, whatever it has found', () => {
  const waiting = run({})
  const targets = waiting.results.targets.map((target) => ({
    ...target,
    left: ['waiting: InviteAccountToOrganization by 1: h-1'],
  }))
  const results = { ...waiting.results, targets }
  expect(exitCodeOf({ ...waiting, results }, undefined)).toBe(2)
  expect(exitCodeOf({ ...waiting, results }, { state: 'open', text: '' })).toBe(2)
})

test('a run without targets is incomplete', () => {
  const results = inventedResults({ parties: [], reports: [] })
  expect(exitCodeOf({ ...run(), results }, undefined)).toBe(2)
  expect(gathered.parties).toHaveLength(1)
})
