import { isDeepStrictEqual } from 'node:util'

import { describe, expect, test } from 'vitest'

import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { seedOrganization, serveAnybody } from './testing/given-organization.ts'
import { expectOrderly, only, plannedOf, type Writable } from './testing/stop-cases.ts'
import { strikeRun, type Strike } from './testing/stop-trial.ts'

/** A run in a given organization is stopped: it says so of every check, and leaves nothing behind. */

const strikes: readonly (readonly [Writable, NodeJS.Signals, Strike])[] = [
  ['aws', 'SIGINT', { request: 1 }],
  ['aws', 'SIGTERM', { request: 160 }],
  ['huawei', 'SIGHUP', { request: 40 }],
  ['tencent', 'SIGINT', { request: 150 }],
]

describe('a run that is stopped', () => {
  test.each(strikes)('%s by %s at %o', async (id, signal, strike) => {
    const vendor = await loadVendor(id)
    const organization = await seedOrganization(vendor)
    const before = await organization.portrait()
    const run = await strikeRun({ vendor, organization, only, signals: [signal], strike })
    expect(run.struck).toBe(true)
    expectOrderly(run, await plannedOf(id))
    organization.listen(() => {})
    expect(await organization.portrait()).toEqual(before)
    await organization.close()
  })

  test.each([
    ['codearts', 'SIGTERM', 12],
    ['aws', 'SIGINT', 150],
  ] as const)('%s by %s at request %i, where any account may call', async (id, signal, request) => {
    const vendor = await loadVendor(id)
    const organization = await serveAnybody(vendor)
    const every = ['protocol/*/signature/*', 'contract/*/Delete*', 'scenario/unit-*']
    const trial = { vendor, organization, only: every, signals: [signal], strike: { request } }
    const run = await strikeRun(trial)
    expectOrderly(run, await plannedOf(id, every))
    await organization.close()
  })

  test('a signal after the last answer comes too late to stop anything, and breaks nothing', async () => {
    const vendor = await loadVendor('tencent')
    const organization = await seedOrganization(vendor)
    const few = ['scenario/unit-lifecycle/*']
    const struck = { vendor, organization, only: few, strike: { report: true } } as const
    const run = await strikeRun({ ...struck, signals: ['SIGINT'] })
    // the process may be gone before the signal comes, or be going: then nobody listens any more
    expect([0, 130, 'SIGINT']).toContain(run.end)
    expect(run.results?.run.complete).toBe(true)
    expect(run.stderr).not.toContain('fault of ours')
    await organization.close()
  })

  test('a second signal ends it at once, and it says what it leaves', async () => {
    const vendor = await loadVendor('aws')
    const organization = await seedOrganization(vendor)
    const before = await organization.portrait()
    const signals = ['SIGINT', 'SIGTERM'] as const
    const run = await strikeRun({ vendor, organization, only, signals, strike: { request: 303 } })
    expect(run.end).toBe(130)
    expect(run.results).toBeUndefined()
    organization.listen(() => {})
    const untouched = isDeepStrictEqual(await organization.portrait(), before)
    expect(run.stderr.includes('left behind')).toBe(!untouched)
    await organization.close()
  })
})
