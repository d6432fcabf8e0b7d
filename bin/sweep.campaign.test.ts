import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { brisk, startCloud } from './testing/given-cloud.ts'
import type { Writable } from './testing/stop-cases.ts'
import { killRun, sweepOf, whileStanding } from './testing/sweep-trial.ts'

/**
 * Sixty kills at a real cloud, from the first write to the end of the run; each is followed by a sweep that is killed as well, by
 * one that is not, and by one more.
 */

const vendors: readonly Writable[] = ['aws', 'huawei', 'tencent']
const strikes: readonly number[] = [
  1, 2, 3, 5, 8, 12, 17, 23, 29, 36, 43, 51, 59, 68, 77, 87, 98, 110, 123, 137,
]

describe.each(vendors)('%s', (id) => {
  let stood = 0
  test.each(strikes)('killed at request %i of those at which something stands', async (nth) => {
    const killed = await killRun(
      id,
      (ledger) => whileStanding(ledger, nth),
      (vendor) => startCloud(vendor, brisk),
    )
    if (killed.stands) stood += 1
    try {
      expect(killed.run.end).toBe('SIGKILL')
      await killed.enter(sweepOf(killed), { signal: 'SIGKILL', strike: { request: 1 + (nth % 7) } })
      const swept = await killed.enter(sweepOf(killed))
      expect(swept.after, swept.stdout).toEqual(killed.before)
      const told = readFileSync(killed.ledger, 'utf8')
      const again = await killed.enter(sweepOf(killed))
      expect(swept.end, `${swept.stdout}${swept.stderr}`).toBe(0)
      expect(again.end).toBe(0)
      expect(again.requests).toBe(0)
      expect(readFileSync(killed.ledger, 'utf8')).toBe(told)
    } finally {
      await killed.close()
    }
  })

  test('most of them struck while something stood: some an undo that was on its way', () => {
    expect(stood).toBeGreaterThan(strikes.length / 2)
  })
})
