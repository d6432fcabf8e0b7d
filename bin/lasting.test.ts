import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { ledgerName } from '../harness/ledger/hold-ledger.ts'
import { isOpenLedger, parseLedger } from '../harness/ledger/parse-ledger.ts'
import { kindsOf } from '../harness/ledger/summarize-ledger.ts'
import { conductRun } from '../harness/run/conduct-run.ts'
import { planRun } from '../harness/run/plan-run.ts'
import { sweepLedger } from '../harness/sweep/sweep-ledger.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { lastingKinds } from '../suites/actors/lasting.ts'
import { isLasting } from '../suites/actors/ledger.ts'
import { readLedger } from './files/read-ledger.ts'
import { seedOrganization, type SeededOrganization } from './testing/given-organization.ts'
import { writeLedger } from './testing/written-ledger.ts'

/** What nothing takes back is done where the target allows it by name, and told for as long as something is left of it. */

const vendor = await loadVendor('aws')
let organization: SeededOrganization
let [folder, sent]: [string, string[]] = ['', []]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orgproof-lasting-'))
  organization = await seedOrganization(vendor, {
    behave: (answer) => (message) => {
      sent.push(message.headers['x-amz-target']?.split('.').at(-1) ?? '')
      return answer(message)
    },
  })
})
afterEach(async () => {
  await organization.close()
  rmSync(folder, { recursive: true, force: true })
})

const planFor = (allow: readonly string[], only: readonly string[] = []) => {
  const { url, accounts } = organization
  const pacing = { consistency: 'immediate', patience: { listing: 1 } } as const
  const given = { name: 'given', endpoint: url.origin, accounts }
  const target = { ...given, ...pacing, deadline: 2000, allow }
  return planRun({ vendors: ['aws'], target, selection: { only } })
}

const run = async (allow: readonly string[], only: readonly string[]) => {
  sent = []
  const finished = await conductRun(planFor(allow, only), { out: folder })
  if ('problem' in finished) throw new Error(finished.problem.message)
  return finished.results
}

const ledgerPath = (): string => join(folder, ledgerName)

const ledger = () => {
  const parsed = parseLedger(readFileSync(ledgerPath(), 'utf8'))
  if (parsed === undefined) throw new Error('it is no ledger')
  return parsed
}

test('an account that is created stays, is told, and keeps no run from beginning', async () => {
  const { checks, targets } = await run(['CreateAccount'], ['scenario/account-creation/*'])
  expect(checks.map(({ verdict }) => verdict)).toEqual(checks.map(() => 'pass'))
  expect(targets[0]?.left?.join()).toContain('CreateAccount by')
  expect(await readLedger(ledgerPath())).not.toHaveProperty('problems')
  const { writes } = ledger()
  expect([...writes.values()].filter(isLasting).map(({ state }) => state)).toEqual(['done'])
  expect(isOpenLedger(ledger())).toBe(false)
  expect(kindsOf(writes)).toMatchObject([{ operation: 'CreateAccount', lasting: 1, open: 0 }])
  const swept = await sweepLedger(ledgerPath(), planFor([]))
  if ('problem' in swept) throw new Error(swept.problem.message)
  expect(swept).toMatchObject({ takenBack: 0, left: [], lasting: [{ over: false }] })
  expect(swept.lasting?.[0]?.line).toMatch(
    /can not be undone: the account stays.*no date is known/u,
  )
  await run([], ['scenario/unit-rename/*'])
})

test('without leave nothing is created, and what is named otherwise changes nothing', async () => {
  for (const allow of [[], ['CloseAccount'], ['createAccount']]) {
    const { checks } = await run(allow, ['scenario/account-creation/*'])
    expect(checks.map(({ code }) => code)).toContain('DANGER_DENIED')
    expect(sent).not.toContain('CreateAccount')
  }
})

test('no leave closes an account that stood before, or dissolves the organization', async () => {
  const allow = ['CloseAccount', 'DeleteOrganization', 'CreateOrganization', 'LeaveOrganization']
  const before = await organization.portrait()
  const { checks } = await run(allow, [
    'scenario/account-closing/*',
    'scenario/organization-dissolving/*',
    'scenario/delegate-suspended/*',
    'contract/aws/CloseAccount/*',
    'contract/aws/DeleteOrganization/*',
  ])
  expect(checks.map(({ verdict }) => verdict)).not.toContain('fail')
  expect(sent).not.toContain('DeleteOrganization')
  expect(await organization.portrait()).toEqual(before)
})

test('a closed account is told until it is gone for good', async () => {
  const account = organization.accounts.management.account
  const path = writeLedger({ folder, vendor, organization }, [
    {
      step: 'intent',
      number: 1,
      verb: 'closeAccount',
      operation: 'CloseAccount',
      account,
      args: { account: '123456789012' },
      lasting: true,
      at: '2026-01-01T00:00:00.000Z',
    },
    { step: 'done', number: 1 },
  ])
  const { writes } = parseLedger(readFileSync(path, 'utf8')) ?? { writes: new Map() }
  const kindsAt = (time: string) => lastingKinds(writes, vendor.profile, Date.parse(time))
  expect(kindsAt('2026-03-31T00:00:00Z')).toMatchObject([{ over: false }])
  expect(kindsAt('2026-04-01T00:00:00Z')).toMatchObject([{ over: true }])
  expect(kindsAt('2026-04-01T00:00:00Z')[0]?.line).toContain('until 2026-04-01')
})
