import { expect, test } from 'vitest'

import type { Difference } from '../../endpoint/variant.ts'
import type { JudgedCheck, Judgement } from '../../suites/verdict/verdict.ts'
import { differencesOf } from './differences.ts'

type Shown = Omit<Judgement, 'exchanges'>

const judgedAs = (id: string, shown: Shown): JudgedCheck => ({
  id,
  title: id,
  case: id,
  source: 'x.ts',
  vendor: 'aws',
  target: 'fake',
  axis: 'behaviour',
  level: 'must',
  citations: [],
  exchanges: [],
  ...shown,
})

const compared = (quiet: Shown, varied: Shown, differences: readonly Difference[] = []) => {
  const before = judgedAs('scenario/x/one', quiet)
  return differencesOf(
    { differences },
    [judgedAs('scenario/x/one', varied)],
    new Map([[before.id, before]]),
  )
}

const to = (word: Difference['to'], glob = 'scenario/x/*'): readonly Difference[] => [
  { checks: [glob], to: word, because: 'it is so there' },
]

const nothing = { falseAlarms: [], undeclared: [], inconclusive: 0 }
const pass = { verdict: 'pass' } as const
const noQuota = { verdict: 'untestable', code: 'NO_QUOTA', reason: 'full' } as const

test('the same verdict is no difference', () => {
  expect(compared(pass, pass)).toEqual(nothing)
  expect(compared(noQuota, noQuota)).toEqual(nothing)
})

test.each(['fail', 'error'] as const)(
  '%s is a false alarm, whatever the variant says',
  (verdict) => {
    const found = compared(pass, { verdict, reason: 'no' }, to('warn'))
    expect(found).toEqual({ ...nothing, falseAlarms: [`${verdict} scenario/x/one no`] })
  },
)

test('what is left open is counted', () => {
  expect(compared(pass, { verdict: 'inconclusive' })).toEqual({ ...nothing, inconclusive: 1 })
})

interface Change {
  readonly shown: Shown
  readonly word: Difference['to']
  readonly saying: string
}

test.each<Change>([
  { shown: { verdict: 'warn' }, word: 'warn', saying: 'warn scenario/x/one' },
  { shown: noQuota, word: 'NO_QUOTA', saying: 'NO_QUOTA scenario/x/one NO_QUOTA: full' },
  { shown: { ...pass, reading: 'service' }, word: 'service', saying: 'service scenario/x/one' },
  {
    shown: { verdict: 'absent', code: 'units', reason: 'none' },
    word: 'absent',
    saying: 'absent scenario/x/one units: none',
  },
])('$word is undeclared, unless the variant says so of this check', (change) => {
  const { shown, word, saying } = change
  const undeclared = { ...nothing, undeclared: [`${saying} instead of pass`] }
  expect(compared(pass, shown)).toEqual(undeclared)
  expect(compared(pass, shown, to(word))).toEqual(nothing)
  expect(compared(pass, shown, to(word, 'scenario/y/*'))).toEqual(undeclared)
  expect(compared(pass, shown, to(word === 'warn' ? 'absent' : 'warn'))).toEqual(undeclared)
})

test('a check that the quiet endpoint was not asked is a difference', () => {
  const found = differencesOf({}, [judgedAs('scenario/x/new', pass)], new Map())
  expect(found).toEqual({ ...nothing, undeclared: ['pass scenario/x/new instead of nothing'] })
})
