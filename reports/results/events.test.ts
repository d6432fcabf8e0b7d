import { expect, test } from 'vitest'

import { totalsOf } from '../../suites/verdict/verdict.ts'
import { checkLine, footerLine, headerLine } from './events.ts'
import { gathered, inventedReports } from './invented-results.ts'

test('a header, one line per check and a footer, each a JSON object of its own', () => {
  const { run, suite } = gathered
  const text = [
    headerLine({ ...run, suite, targets: [] }),
    ...inventedReports.map(checkLine),
    footerLine({
      finishedAt: run.finishedAt,
      planned: run.planned,
      end: 'stopped',
      totals: totalsOf(inventedReports.map(({ judged }) => judged)),
    }),
  ].join('')
  const lines = text.trimEnd().split('\n')
  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(events.map(({ event }) => event)).toEqual([
    'run',
    ...inventedReports.map(() => 'check'),
    'end',
  ])
  expect(events[2]).toMatchObject({ id: 'scenario/one/fails', verdict: 'fail' })
  expect(events.at(-1)).toMatchObject({ end: 'stopped', totals: { fail: 2 } })
})
