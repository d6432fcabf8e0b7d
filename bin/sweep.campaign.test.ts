import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import type { Writable } from './testing/stop-cases.ts'
import { killRun, sweepOf } from './testing/sweep-trial.ts'

/** Sixty kills, from the first write to the end of the run, each followed by a sweep, and by one more. */

const vendors: readonly Writable[] = ['aws', 'huawei', 'tencent']
const strikes: readonly number[] = [
  8, 14, 22, 31, 40, 52, 63, 77, 90, 105, 118, 133, 147, 162, 176, 190, 204, 219, 233, 250,
]

describe.each(vendors)('%s', (id) => {
  test.each(strikes)('killed at request %i', async (request) => {
    const killed = await killRun(id, { request })
    try {
      expect(killed.run.end).toBe('SIGKILL')
      const swept = await killed.enter(sweepOf(killed))
      expect(swept.after, swept.stdout).toEqual(killed.before)
      const told = readFileSync(killed.ledger, 'utf8')
      const again = await killed.enter(sweepOf(killed))
      console.log(id, request, killed.stands, swept.end, swept.stdout, swept.stderr, swept.requests, again.end, again.requests)
      expect(swept.end, `${swept.stdout}${swept.stderr}`).toBe(0)
      expect(again.end).toBe(0)
      expect(again.requests).toBe(0)
      expect(readFileSync(killed.ledger, 'utf8')).toBe(told)
    } finally {
      await killed.close()
    }
  })
})
