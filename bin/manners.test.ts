import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { executeRun, type FinishedRun } from '../harness/run/execute-run.ts'
import { exitCodeOf } from '../harness/run/exit-code.ts'
import { planRun } from '../harness/run/plan-run.ts'
import { targetAt } from '../harness/run/targets.ts'
import { ownVersion } from '../harness/version.ts'
import type { VendorId } from '../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../specs/vendors/load-vendor.ts'
import { serveAnybody } from './testing/given-organization.ts'

/** What the operator of an endpoint sees of a run: who asks, and that it ends when it is to. */

interface Asked {
  readonly run: FinishedRun
  /** the user agents of the requests, in the order in which they came */
  readonly agents: readonly string[]
  readonly out: string
}

/** Asks these checks of an embedded endpoint. `heard` hears how many requests there were; the signal is the run's time. */
async function ask(
  id: VendorId,
  only: readonly string[],
  {
    time = new AbortController(),
    heard,
  }: { time?: AbortController; heard?: (count: number) => void } = {},
): Promise<Asked> {
  const vendor = await loadVendor(id)
  const agents: string[] = []
  const server = await serveAnybody(vendor, {
    behave: (answer) => (message) => {
      agents.push(message.headers['user-agent'] ?? '')
      heard?.(agents.length)
      return answer(message)
    },
  })
  onTestFinished(server.close)
  const { accounts } = server
  const plan = planRun({
    vendors: [id],
    target: { endpoint: server.url.origin, accounts, consistency: 'immediate', runLimit: 60 },
    selection: { only },
  })
  const out = mkdtempSync(join(tmpdir(), 'orgproof-manners-'))
  const target = targetAt(plan, vendor, server.url.origin)
  const run = await executeRun(plan, [{ vendor, target }], {
    out,
    allure: false,
    formats: [],
    interruption: { signal: new AbortController().signal },
    terminal: { write: () => undefined },
    now: Date.now,
    after: () => time.signal,
    randomInt: () => 7,
    uuid: () => '01234567-89ab-4cde-8f01-23456789abcd',
  })
  return { run, agents, out }
}

const first: Readonly<Record<VendorId, string>> = {
  aws: 'contract/aws/CreateOrganizationalUnit/*',
  huawei: 'contract/huawei/CreateOU/*',
  tencent: 'contract/tencent/AddOrganizationNode/*',
  codearts: 'contract/codearts/*',
}

test.each(knownVendors)('%s: every request names suite, version, run and case', async (id) => {
  const { run, agents } = await ask(id, [first[id]])
  const said = new RegExp(
    `^orgproof/${ownVersion()} \\(run 01234567-89ab-4cde-8f01-23456789abcd; contract/${id}/\\w+\\)$`,
    'u',
  )
  expect(agents.length).toBeGreaterThan(20)
  expect(agents.filter((agent) => !said.test(agent))).toEqual([])
  // no signature suffers from it
  expect(run.results.checks.filter(({ verdict }) => verdict === 'fail')).toEqual([])
  expect(JSON.stringify(run.results)).not.toContain('user-agent')
})

test('when the time of a run is over it ends orderly, and what is open then is inconclusive', async () => {
  const time = new AbortController()
  const heard = (count: number): void => {
    if (count === 100) time.abort()
  }
  const { run, agents, out } = await ask('aws', ['contract/aws/*Unit*'], { time, heard })
  const { checks, run: facts } = run.results
  expect(run).toMatchObject({ stopped: false, expired: true, broken: [] })
  expect(facts).toMatchObject({ complete: false, planned: checks.length })
  const open = checks.filter(({ verdict }) => verdict === 'inconclusive')
  expect(open.length).toBeGreaterThan(100)
  expect(new Set(open.map(({ reason }) => reason))).toEqual(
    new Set(['the time that the run may take was over']),
  )
  expect(checks.filter(({ verdict }) => verdict === 'pass').length + open.length).toBe(
    checks.length,
  )
  expect(agents.length).toBeLessThan(150)
  expect(exitCodeOf(run, undefined)).toBe(2)
  expect(readFileSync(join(out, 'events.ndjson'), 'utf8')).toContain('"end":"stopped"')
})
