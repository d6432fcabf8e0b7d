import { expect, test } from 'vitest'

import type { JudgedCheck, Verdict } from '../verdict/verdict.ts'
import type { CheckReport } from './messages.ts'
import { openWatching, withEarlier } from './watching.ts'

const judged = (verdict: Verdict, reason?: string): JudgedCheck => ({
  id: 'endpoint/aws/ListRoots/answers-keep-the-contract',
  title: 'Its answers keep the contract',
  vendor: 'aws',
  case: 'endpoint/aws/ListRoots',
  source: 'suites/case/monitored-cases.ts',
  axis: 'shape',
  level: 'must',
  citations: [],
  target: 'mine',
  verdict,
  ...(verdict === 'untestable' && { code: 'FOLLOWS' as const, follows: 'x' }),
  ...(reason !== undefined && { reason }),
  exchanges: [],
})
const report = (verdict: Verdict): CheckReport => ({ judged: judged(verdict), exchanges: [] })

test('what a check that watches would come to is told when it changes, and when it is known', async () => {
  const told: Verdict[] = ['inconclusive', 'untestable', 'pass', 'pass', 'fail', 'fail']
  const watch = openWatching(
    () => Promise.resolve([judged(told.shift() ?? 'pass')]),
    (one) => ({ judged: one, exchanges: [] }),
  )
  const seen: Verdict[][] = []
  for (let times = 0; times < 6; times += 1) {
    seen.push((await watch()).map((one) => one.judged.verdict))
  }
  expect(seen).toEqual([[], [], ['pass'], [], ['fail'], []])
})

const exchange = {
  id: 7,
  account: '1',
  operation: 'ListRoots',
  at: 0,
  took: 1,
  request: { method: 'POST', path: '/', headers: {}, body: '' },
}

test.each([
  ['fail', 'pass', 'fail'],
  ['pass', 'fail', 'fail'],
  ['warn', 'fail', 'fail'],
  ['fail', 'warn', 'fail'],
  ['pass', 'untestable', 'pass'],
  ['fail', 'inconclusive', 'fail'],
  ['pass', 'pass', 'pass'],
] as const)('seen before: %s, now: %s, together: %s', (before, now, together) => {
  const watched = {
    [judged(now).id]: {
      judgement: { verdict: before, reason: 'seen before', exchanges: [] },
      exchanges: [exchange],
    },
  }
  const { judged: found, exchanges } = withEarlier(report(now), { watched })
  expect(found.verdict).toBe(together)
  expect(found.title).toBe('Its answers keep the contract')
  const isBefore = found.reason === 'seen before'
  expect(isBefore).toBe(before === together && before !== now)
  expect(found.exchanges).toEqual(isBefore ? [7] : [])
  expect(exchanges).toHaveLength(isBefore ? 1 : 0)
  expect('code' in found || 'follows' in found).toBe(false)
})

test('of a check that nobody saw before what it came to now stands', () => {
  expect(withEarlier(report('untestable'), { watched: {} })).toEqual(report('untestable'))
})
