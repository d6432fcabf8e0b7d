import { expect, test } from 'vitest'

import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { gathered, inventedResults, inventedTarget, judged } from '../results/invented-results.ts'
import type { Results } from '../results/results.ts'
import { paintIn } from '../text/paint.ts'
import { compareJson } from './compare-json.ts'
import { compareText } from './compare-text.ts'
import { compareResults, isWorse } from './compare.ts'

type Differs = Partial<JudgedCheck>

const runOf = (
  checks: Readonly<Record<string, Differs>>,
  { version = '0.0.0', only = [], name = inventedTarget.name }: Run = {},
): Results =>
  inventedResults({
    suite: { name: 'orgproof', version },
    run: { ...gathered.run, selection: { only, axes: [] } },
    parties: gathered.parties.map((party) => ({ ...party, target: { ...party.target, name } })),
    reports: Object.entries(checks).map(([id, differs]) => ({
      judged: judged(`scenario/one/${id}`, { ...differs, target: name }),
      exchanges: [],
    })),
  })

interface Run {
  readonly version?: string
  readonly only?: readonly string[]
  readonly name?: string
}

const seen = (before: Differs, after: Differs): string => {
  const comparison = compareResults(runOf({ a: before }), runOf({ a: after }))
  const [change] = comparison.changes
  return `${change?.kind ?? 'same'}${isWorse(comparison) ? ', worse' : ''}`
}

const [pass, fail, warn] = [
  {},
  { verdict: 'fail', reason: 'wrong' },
  { verdict: 'warn', reason: 'odd' },
] as const
const untestable = { verdict: 'untestable', code: 'NOT_IMPLEMENTED', reason: 'no' } as const
const inconclusive = { verdict: 'inconclusive', reason: 'no answer' } as const
const absent = { verdict: 'absent', code: 'tags', reason: 'not built' } as const

test.each([
  [pass, pass, 'same'],
  [pass, fail, 'new, worse'],
  [pass, warn, 'new, worse'],
  [absent, fail, 'new, worse'],
  [inconclusive, fail, 'new, worse'],
  [untestable, fail, 'new'],
  [fail, pass, 'fixed'],
  [warn, pass, 'fixed'],
  [fail, fail, 'still'],
  [fail, { ...fail, reason: 'wrong otherwise' }, 'changed'],
  [fail, { ...fail, reason: 'wrong' }, 'still'],
  [warn, fail, 'changed, worse'],
  [fail, warn, 'changed'],
  [fail, absent, 'changed'],
  [fail, untestable, 'changed'],
  [pass, untestable, 'changed, worse'],
  [pass, absent, 'changed, worse'],
  [untestable, untestable, 'same'],
  [untestable, pass, 'changed'],
] as const)('%j, then %j is %s', (before, after, what) => {
  expect(seen(before, after)).toBe(what)
})

test('ids and numbers that differ from run to run change nothing', () => {
  const [one, other] = ['ou-ab1-00000001', 'ou-ab2-00000002'].map((id) => ({
    ...fail,
    reason: `the unit ${id} is missing`,
  }))
  expect(seen(one ?? {}, other ?? {})).toBe('still')
})

test('a check that is not asked any more is gone, and that is worse', () => {
  const comparison = compareResults(runOf({ a: pass, b: pass }), runOf({ a: pass }))
  expect(comparison.changes).toMatchObject([{ kind: 'gone', worse: true, id: 'scenario/one/b' }])
})

test.each([{ version: '0.1.0' }, { only: ['scenario/one/a'] }])(
  'where %j asks something else, what one run alone has is counted',
  (run) => {
    const comparison = compareResults(runOf({ a: pass, b: pass }), runOf({ a: pass, c: fail }, run))
    expect(comparison).toMatchObject({ changes: [], compared: 1, onlyBefore: 1, onlyAfter: 1 })
  },
)

test('two endpoints of other names are compared where each run has one of the API', () => {
  const { changes } = compareResults(runOf({ a: pass }), runOf({ a: fail }, { name: 'other' }))
  expect(changes).toMatchObject([{ kind: 'new', target: 'other' }])
})

const before = runOf({ a: pass, b: fail, c: fail, d: untestable, e: pass })
const after = runOf({ a: fail, b: pass, c: fail, d: fail })

test('the text tells what is new first, and how it ends last', () => {
  const options = { paint: paintIn(false), verbose: false }
  const text = compareText(compareResults(before, after), { before, after }, options)
  expect(text).toMatchInlineSnapshot(`
    "run run-1 (orgproof 0.0.0) → run run-1 (orgproof 0.0.0), 4 checks compared

      new      invented  scenario/one/a  pass → fail: wrong
      new      invented  scenario/one/d  untestable → fail: wrong

      gone     invented  scenario/one/e  was pass

      fixed    invented  scenario/one/b  fail → pass

    2 new, 1 gone, 0 changed, 1 fixed, 1 still
    worse in 2 checks
    "
  `)
})

test('what is for machines has every change, and counts them', () => {
  const told = JSON.parse(compareJson(compareResults(before, after))) as Record<string, unknown>
  expect(told).toMatchObject({
    worse: true,
    compared: 4,
    counts: { new: 2, gone: 1, changed: 0, fixed: 1, still: 1 },
  })
})
