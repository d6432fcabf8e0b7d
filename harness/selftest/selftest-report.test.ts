import { expect, test } from 'vitest'

import { paintIn } from '../../reports/text/paint.ts'
import { totalsOf } from '../../suites/verdict/verdict.ts'
import { selftestReportText } from './selftest-report-text.ts'
import { appraise, type SelftestReport, type VariantResult } from './selftest-report.ts'

const variant: VariantResult = {
  variant: 'other-words',
  asked: 200,
  falseAlarms: [],
  undeclared: [],
  inconclusive: 2,
  troubles: [],
  trials: [{ fault: 'delete-does-nothing', outcome: 'killed', by: ['scenario/x/one'] }],
}

const under = (change: Partial<VariantResult>): Partial<SelftestReport> => ({
  variants: [{ ...variant, ...change }],
})

const proven: SelftestReport = {
  vendor: 'aws',
  baseline: { totals: totalsOf([{ verdict: 'pass', exchanges: [] }]), doubts: [] },
  stubs: [{ server: 'a crash', passed: [], errors: [], conformant: false }],
  variants: [variant],
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
  [
    'a false alarm leaves it wanting',
    under({ falseAlarms: ['fail scenario/x nothing'] }),
    'wanting',
    'other-words gets a false alarm: fail scenario/x nothing',
  ],
  [
    'a verdict that the variant does not account for leaves it wanting',
    under({ undeclared: ['warn scenario/x'] }),
    'wanting',
    'other-words does not say that it gets: warn scenario/x',
  ],
  [
    'more than one check in a hundred left open leaves it wanting',
    under({ inconclusive: 3 }),
    'wanting',
    'other-words leaves 3 of 200 checks open',
  ],
  [
    'a variant that can not answer leaves it wanting',
    under({ troubles: ['Error: x'] }),
    'wanting',
    'other-words is in trouble: Error: x',
  ],
  [
    'a variant that was asked nothing leaves it wanting',
    under({ asked: 0, inconclusive: 0 }),
    'wanting',
    'other-words was asked nothing',
  ],
  [
    'a fault that is not found under a variant leaves it wanting',
    under({ trials: [{ fault: 'new-gap', outcome: 'survived', by: [] }] }),
    'wanting',
    'new-gap under other-words: survived',
  ],
])('%s', (...[, change, standing, finding]) => {
  expect(appraise({ ...proven, ...change })).toEqual({ standing, findings: [finding] })
})

test('the text names every fault with its fate, the rate with its denominator, and the excuses', () => {
  const text = selftestReportText(proven, paintIn(false))
  expect(text).toMatch(/unit-depth-unlimited +killed +scenario\/x\/one/)
  expect(text).toMatch(/known-gap +SURVIVED/)
  expect(text).toContain('1 of 2 killed (50.0 %), 0 killed elsewhere, 1 survived')
  expect(text).toContain(
    'under other-words: 200 checks, 0 false alarms, 0 undeclared, 1.0 % inconclusive, 1 of 1 faults caught',
  )
  expect(text).toContain('1, of which 0 get a false alarm')
  expect(text).toMatch(/excused +known-gap: no operation shows it/)
  expect(text).toMatch(/aws: the suite proves itself$/)
})
