import { expect, test } from 'vitest'

import { paintIn } from '../../reports/text/paint.ts'
import { totalsOf } from '../../suites/verdict/verdict.ts'
import { selftestReportText } from './selftest-report-text.ts'
import { appraise, type SelftestReport } from './selftest-report.ts'

const proven: SelftestReport = {
  vendor: 'aws',
  baseline: { totals: totalsOf([{ verdict: 'pass', exchanges: [] }]), doubts: [] },
  stubs: [{ server: 'a crash', passed: [], errors: [], conformant: false }],
  trials: [
    { fault: 'unit-depth-unlimited', outcome: 'killed', by: ['scenario/x/one'] },
    { fault: 'known-gap', outcome: 'survived', by: [] },
  ],
  control: { fault: 'required-not-checked', outcome: 'killed', by: ['contract/x'] },
  knownSurvivors: { 'known-gap': 'no operation shows it' },
}

test('a suite that finds everything but what is excused is proven', () => {
  expect(appraise(proven)).toEqual({ standing: 'proven', findings: [] })
})

test.each<[string, Partial<SelftestReport>, string, string]>([
  [
    'a control that survives voids everything',
    { control: { fault: 'required-not-checked', outcome: 'survived', by: [] } },
    'void',
    'the control required-not-checked is not killed: no count of this run means anything',
  ],
  [
    'a control that dies elsewhere voids everything',
    { control: { fault: 'required-not-checked', outcome: 'elsewhere', by: ['x'] } },
    'void',
    'the control required-not-checked is not killed: no count of this run means anything',
  ],
  [
    'a doubt about the honest endpoint voids everything',
    { baseline: { ...proven.baseline, doubts: ['the honest endpoint: fail x'] } },
    'void',
    'the honest endpoint: fail x',
  ],
  [
    'an honest endpoint that nobody asked voids everything',
    { baseline: { totals: totalsOf([]), doubts: [] } },
    'void',
    'the honest endpoint was asked nothing',
  ],
  [
    'a survivor leaves it wanting',
    { trials: [{ fault: 'new-gap', outcome: 'survived', by: [] }] },
    'wanting',
    'new-gap survives',
  ],
  [
    'a fault that only others find leaves it wanting',
    { trials: [{ fault: 'new-gap', outcome: 'elsewhere', by: ['a', 'b', 'c', 'd'] }] },
    'wanting',
    'new-gap is killed elsewhere only: a, b, c',
  ],
  [
    'an excuse that nobody needs leaves it wanting',
    { trials: [{ fault: 'known-gap', outcome: 'killed', by: ['a'] }] },
    'wanting',
    'known-gap is excused and is killed all the same',
  ],
  [
    'a server that passes for something leaves it wanting',
    { stubs: [{ server: 'echo', passed: ['scenario/x'], errors: [], conformant: false }] },
    'wanting',
    'echo passes scenario/x',
  ],
  [
    'a server that breaks the suite leaves it wanting',
    { stubs: [{ server: 'echo', passed: [], errors: ['scenario/x'], conformant: false }] },
    'wanting',
    'echo makes scenario/x blame the suite',
  ],
  [
    'a server that is called conformant leaves it wanting',
    { stubs: [{ server: 'echo', passed: [], errors: [], conformant: true }] },
    'wanting',
    'echo is called conformant',
  ],
])('%s', (...[, change, standing, finding]) => {
  expect(appraise({ ...proven, ...change })).toEqual({ standing, findings: [finding] })
})

test('the text names every fault with its fate, the rate with its denominator, and the excuses', () => {
  const text = selftestReportText(proven, paintIn(false))
  expect(text).toMatch(/unit-depth-unlimited +killed +scenario\/x\/one/)
  expect(text).toMatch(/known-gap +SURVIVED/)
  expect(text).toContain('1 of 2 killed (50.0 %), 0 killed elsewhere, 1 survived')
  expect(text).toMatch(/excused +known-gap: no operation shows it/)
  expect(text).toMatch(/aws: the suite proves itself$/)
})
