import { describe, expect, test } from 'vitest'

import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { seedOrganization } from './testing/given-organization.ts'
import { expectOrderly, only, plannedOf, type Writable } from './testing/stop-cases.ts'
import { strikeRun, type Strike } from './testing/stop-trial.ts'

/** Sixty signals, from the start of the process to the end of the run. */

const vendors: readonly Writable[] = ['aws', 'huawei', 'tencent']
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const strikes: readonly Strike[] = [
  ...[0, 60, 120, 250, 500, 900, 1400, 2000].map((milliseconds) => ({ milliseconds })),
  ...[1, 3, 12, 30, 55, 80, 110, 140, 170, 200, 230, 260].map((request) => ({ request })),
]

describe.each(vendors)('%s', (id) => {
  test.each(strikes)('%o', async (strike) => {
    const vendor = await loadVendor(id)
    const organization = await seedOrganization(vendor)
    const before = await organization.portrait()
    const signal = signals[strikes.indexOf(strike) % signals.length] ?? 'SIGINT'
    const run = await strikeRun({ vendor, organization, only, signals: [signal], strike })
    expect(run.struck).toBe(true)
    // a signal before anybody listens ends the process as ever: nothing was sent, nothing written
    if (run.end === signal) {
      expect([run.requests, run.results]).toEqual([0, undefined])
    } else {
      expectOrderly(run, await plannedOf(id))
    }
    organization.listen(() => {})
    expect(await organization.portrait()).toEqual(before)
    expect(run.lasted).toBeLessThan(10_000)
    await organization.close()
  })
})
