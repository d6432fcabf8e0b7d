import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { openFacade } from '../../endpoint/facade.ts'
import { startServer } from '../../endpoint/server.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { openLedgerFile } from '../../suites/actors/ledger-file.ts'
import type { FixedAccounts } from '../../suites/client/target.ts'
import { beginLedger } from '../ledger/begin-ledger.ts'
import { ledgerSchema } from '../ledger/ledger-header.ts'
import { sweepLedger } from '../sweep/sweep-ledger.ts'
import { conductRun } from './conduct-run.ts'
import { planRun } from './plan-run.ts'
import type { TargetPlan } from './run-plan.ts'

/** Before a run or a sweep writes as somebody, it is proven who that is; here the target names the service that says so. */

const secret = 'orgproof-secret'
const vendor = await loadVendor('aws')
const management = { account: '111111111111', credentials: { accessKey: '111111111111', secret } }
const stated: FixedAccounts = { mode: 'fixed', management }
const misstated: FixedAccounts = {
  mode: 'fixed',
  management: { ...management, account: '222222222222' },
}

let [out, asked]: [string, string[]] = ['', []]
let server: Awaited<ReturnType<typeof startServer>>

beforeEach(async () => {
  out = mkdtempSync(join(tmpdir(), 'orgproof-unproven-'))
  asked = []
  const { answer, tooLarge } = openFacade(vendor, { clock: Date.now, random: Math.random })
  server = await startServer(
    {
      tooLarge,
      answer: (message) => {
        asked.push(message.headers['x-amz-target']?.split('.').at(-1) ?? message.method)
        return answer(message)
      },
    },
    { port: 0, clock: Date.now },
  )
})
afterEach(async () => {
  await server.close()
  rmSync(out, { recursive: true, force: true })
})

const planFor = (target: Partial<TargetPlan>) =>
  planRun({
    vendors: ['aws'],
    target: { name: 'given', endpoint: server.url.origin, ...target },
    selection: { only: ['contract/aws/ListRoots/is-implemented'] },
  })

test('a run as somebody else is refused before it has sent anything else', async () => {
  const identityEndpoint = server.url.href
  const run = await conductRun(planFor({ accounts: misstated, identityEndpoint }), { out })
  expect(run).toMatchObject({ exitCode: 4, problem: { code: 'IDENTITY_MISMATCH' } })
  // somebody is there, and knows who it is
  expect(asked).toEqual(['GET', 'POST'])
  expect(readdirSync(out)).toEqual([])
})

test('a run as who it says, and one that is asked for no proof, go on', async () => {
  const identityEndpoint = server.url.href
  for (const target of [
    { accounts: stated, identityEndpoint },
    { accounts: misstated, identityEndpoint, readOnly: true },
    { accounts: stated },
  ]) {
    asked = []
    const run = await conductRun(planFor(target), { out })
    expect(run).toHaveProperty('results')
    const proofs = asked.filter((name) => name === 'POST').length
    expect(proofs).toBe('readOnly' in target || !('identityEndpoint' in target) ? 0 : 1)
  }
})

test('a sweep proves it, too', async () => {
  const path = join(out, 'ledger.ndjson')
  const { account } = misstated.management
  beginLedger(path, {
    schema: ledgerSchema,
    suite: '0',
    run: 'one',
    mark: '-1-',
    startedAt: '2026-01-01T00:00:00.000Z',
    target: { vendor: 'aws', endpoint: server.url.href, region: 'r', management: account },
  })
  const file = openLedgerFile({ path, run: 'one' }, (text) => text)
  const args = { parent: 'r-12345678', name: 'a-1-b' }
  const operation = 'CreateOrganizationalUnit'
  file.add({ step: 'intent', number: 1, verb: 'createUnit', operation, account, args })
  file.close()
  const identityEndpoint = server.url.href
  expect(await sweepLedger(path, planFor({ accounts: misstated, identityEndpoint }))).toMatchObject(
    {
      exitCode: 4,
      problem: { code: 'IDENTITY_MISMATCH' },
    },
  )
  expect(asked).toEqual(['GET', 'POST'])
})
