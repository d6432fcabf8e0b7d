import { describe, expect, test } from 'vitest'

import { loadVendor } from '../specs/vendors.ts'
import { loadScenarios } from '../suites/load-scenarios.ts'
import { casesFor } from '../suites/session.ts'
import { wantedBy } from '../suites/wanted.ts'
import { seedOrganization } from './testing/given-organization.ts'
import { strikeRun, type Strike, type StruckRun } from './testing/stop-trial.ts'

/** A run in a given organization is stopped: it says so of every check, and leaves nothing behind. */

const scenarios = await loadScenarios()

/** Cases that write: units, policies, tags, invitations, members, delegations. */
const only = [
  'contract/*/CreatePolicy/*',
  'contract/*/RegisterDelegatedAdministrator/*',
  'contract/*/MoveOrganizationMembersToNode/*',
  'scenario/unit-*',
  'scenario/policy-attach-detach/*',
  'scenario/unit-tags/*',
  'scenario/invite-*',
  'scenario/delegates/*',
]

const planned = async (id: 'aws' | 'huawei' | 'tencent'): Promise<number> => {
  const wanted = wantedBy({ only, axes: [] })
  const cases = casesFor(await loadVendor(id), scenarios)
  return cases.flatMap(({ checks }) => checks).filter(wanted).length
}

const strikes: readonly (readonly ['aws' | 'huawei' | 'tencent', NodeJS.Signals, Strike])[] = [
  ['aws', 'SIGINT', { request: 1 }],
  ['aws', 'SIGTERM', { request: 160 }],
  ['huawei', 'SIGHUP', { request: 40 }],
  ['huawei', 'SIGINT', { request: 300 }],
  ['tencent', 'SIGTERM', { request: 25 }],
  ['tencent', 'SIGINT', { request: 220 }],
]

describe('a run that is stopped', () => {
  test.each(strikes)('%s by %s at %o', async (id, signal, strike) => {
    const vendor = await loadVendor(id)
    const organization = await seedOrganization(vendor)
    const before = await organization.portrait()
    const run = await strikeRun({ vendor, organization, only, signals: [signal], strike })
    expect(run.struck).toBe(true)
    expectOrderly(run, await planned(id))
    organization.listen(() => {})
    expect(await organization.portrait()).toEqual(before)
    await organization.close()
  })

  test('a second signal ends it at once, and it says what it leaves', async () => {
    const vendor = await loadVendor('aws')
    const organization = await seedOrganization(vendor)
    const signals = ['SIGINT', 'SIGTERM'] as const
    const run = await strikeRun({ vendor, organization, only, signals, strike: { request: 200 } })
    expect(run.end).toBe(130)
    expect(run.results).toBeUndefined()
    await organization.close()
  })
})

function expectOrderly(run: StruckRun, count: number): void {
  expect(run.stderr).toContain('stopping')
  expect(run.end, run.stderr).toBe(130)
  expect(run.results?.run.complete).toBe(false)
  expect(run.results?.checks).toHaveLength(count)
  expect(run.results?.targets.map(({ left }) => left)).toEqual([[]])
  expect(run.results?.checks.filter(({ verdict }) => verdict === 'error')).toEqual([])
}
