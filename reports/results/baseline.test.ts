import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import schema from '../../specs/schemas/baseline.schema.json' with { type: 'json' }
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { paintIn } from '../text/paint.ts'
import { baselineOf } from './baseline.ts'
import { compareBaseline, isWorse } from './compare-baseline.ts'
import { differenceText } from './difference-text.ts'
import { gathered, inventedResults, judged } from './invented-results.ts'

const baseline = baselineOf(inventedResults())

const resultsWith = (checks: readonly JudgedCheck[]) =>
  inventedResults({ reports: checks.map((check) => ({ judged: check, exchanges: [] })) })

const all = gathered.reports.map(({ judged: check }) => check)
const without = (id: string) => resultsWith(all.filter((check) => check.id !== id))
const changed = (id: string, verdict: JudgedCheck['verdict']) =>
  resultsWith(all.map((check) => (check.id === id ? judged(id, { verdict }) : check)))

test('a baseline fits its published schema', () => {
  const validate = new Ajv2020({ strict: false }).compile(schema)
  expect(validate(baseline), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ ...baseline, seed: 'one' })).toBe(false)
})

test('it lists what does not pass, and counts by case what was executed', () => {
  expect(baseline.targets['invented']?.checks).toEqual({
    'scenario/one/fails': 'fail',
    'scenario/one/fails/too': 'fail',
    'scenario/one/warns': 'warn',
    'scenario/two/absent': 'absent',
    'scenario/two/open': 'inconclusive',
    'scenario/two/ours': 'error',
    'scenario/two/untestable': 'untestable',
  })
  expect(baseline.targets['invented']?.executed['scenario/one']?.count).toBe(4)
})

test('a run does not differ from its own baseline', () => {
  expect(compareBaseline(inventedResults(), baseline)).toEqual([])
})

test.each([
  ['scenario/one/passes', 'fail', 'worse', 'was pass, is fail'],
  ['scenario/one/passes', 'untestable', 'worse', 'was pass, is untestable'],
  ['scenario/one/warns', 'fail', 'worse', 'was warn, is fail'],
  ['scenario/one/fails', 'pass', 'better', 'was fail, is pass'],
  ['scenario/two/ours', 'fail', 'better', 'was error, is fail'],
] as const)('%s that is now %s is %s', (...[id, verdict, kind, says]) => {
  expect(compareBaseline(changed(id, verdict), baseline)).toEqual([
    { kind, target: 'invented', id, says },
  ])
})

test('checks that are no longer asked are missed, whatever they were', () => {
  const [failed] = compareBaseline(without('scenario/one/fails'), baseline)
  expect(failed).toMatchObject({ kind: 'vanished', id: 'scenario/one/fails' })
  const [passed] = compareBaseline(without('scenario/one/passes'), baseline)
  expect(passed).toMatchObject({ kind: 'vanished', id: 'scenario/one' })
  expect([failed, passed].every((one) => one !== undefined && isWorse(one))).toBe(true)
})

test('new checks that pass are told, and break no gate', () => {
  const more = resultsWith([...all, judged('scenario/one/new'), judged('scenario/three/new')])
  const differences = compareBaseline(more, baseline)
  expect(differences.map(({ kind, id }) => [kind, id])).toEqual([
    ['new', 'scenario/one'],
    ['new', 'scenario/three'],
  ])
  expect(differences.some(isWorse)).toBe(false)
})

test('a target that was not asked is missed', () => {
  const { invented } = baseline.targets
  const two = { ...baseline, targets: { ...baseline.targets, other: invented ?? never() } }
  expect(compareBaseline(inventedResults(), two)).toMatchObject([
    { kind: 'vanished', target: 'other' },
  ])
})

test('a target of which nothing was ever asked is not missed', () => {
  const targets = { ...baseline.targets, other: { checks: {}, executed: {} } }
  expect(compareBaseline(inventedResults(), { ...baseline, targets })).toEqual([])
})

test('half a run, or another selection, can not be compared', () => {
  const cut = inventedResults({ run: { ...gathered.run, complete: false } })
  expect(() => compareBaseline(cut, baseline)).toThrow('did not come to its end')
  expect(() => baselineOf(cut)).toThrow('did not come to its end')
  const other = { ...gathered.run, selection: { only: ['x'], axes: [] } }
  expect(() => compareBaseline(inventedResults({ run: other }), baseline)).toThrow('only the same')
})

test('differences are told one a line, with their count', () => {
  const text = differenceText(
    compareBaseline(changed('scenario/one/passes', 'fail'), baseline),
    paintIn(false),
  )
  expect(text).toBe(
    'Against the baseline: 1 worse, 0 vanished, 0 better, 0 new\n  worse     invented  scenario/one/passes: was pass, is fail',
  )
})

function never(): never {
  throw new Error('the baseline lacks its target')
}
