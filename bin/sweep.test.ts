import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { asOwner } from '../harness/ledger/as-owner.ts'
import type { LedgerHeader } from '../harness/ledger/ledger-header.ts'
import { surveyOrganization } from '../harness/ledger/survey.ts'
import { planRun } from '../harness/run/plan-run.ts'
import type { TargetPlan } from '../harness/run/run-plan.ts'
import { sweepLedger } from '../harness/sweep/sweep-ledger.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { LedgerEntry } from '../suites/actors/ledger.ts'
import { rootOf } from '../suites/actors/workspace.ts'
import { given } from '../suites/verdict/outcome.ts'
import { readLedger } from './files/read-ledger.ts'
import {
  anybodyAt,
  seedOrganization,
  type SeededOrganization,
} from './testing/given-organization.ts'
import { mark, unitMeant, writeLedger } from './testing/written-ledger.ts'

/** Ledgers written by hand, and what a sweep makes of them: nothing is touched that they do not prove to be the run's. */

const vendor = await loadVendor('aws')
let organization: SeededOrganization
let [folder, sent]: [string, string[]] = ['', []]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orgproof-sweep-'))
  organization = await seedOrganization(vendor, {
    behave: (answer) => (message) => {
      sent.push(message.headers['x-amz-target']?.split('.').at(-1) ?? '')
      return answer(message)
    },
  })
  sent = []
})
afterEach(async () => {
  await organization.close()
  rmSync(folder, { recursive: true, force: true })
})

const writesSent = (): readonly string[] =>
  sent.filter((name) => name !== '' && !/^(List|Describe)/u.test(name))

const planFor = (other: Partial<TargetPlan> = {}) =>
  planRun({
    vendors: ['aws'],
    target: {
      name: 'given',
      endpoint: organization.url.origin,
      accounts: organization.accounts,
      // what was never answered is looked for again when this is over
      deadline: 2000,
      patience: { listing: 1 },
      ...other,
    },
  })

async function ledgerOf(entries: readonly LedgerEntry[], header: Partial<LedgerHeader> = {}) {
  const path = writeLedger({ folder, vendor, organization }, entries, header)
  const read = await readLedger(path)
  expect(read).toHaveProperty('content')
  return path
}

async function sweep(path: string, other: Partial<TargetPlan> = {}) {
  sent = []
  const swept = await sweepLedger(path, planFor(other))
  if ('problem' in swept) throw new Error(swept.problem.message)
  return swept
}

const account = (): string => organization.accounts.management.account

const unitNamed = async (name: string, parent?: string): Promise<string> => {
  const { owner } = organization
  return given(await owner.createUnit({ parent: parent ?? (await rootOf(owner)), name })).id
}

const unreadable = (number: number): LedgerEntry => ({
  step: 'intent',
  number,
  verb: 'createUnit',
  operation: 'CreateOrganizationalUnit',
  account: account(),
  args: null,
})

describe('a sweep', () => {
  test('finds by the mark what nobody was told of, and takes it back', async () => {
    const before = await organization.portrait()
    const parent = await rootOf(organization.owner)
    const name = `unit${mark}1`
    await unitNamed(name)
    const path = await ledgerOf([unitMeant(1, { account: account(), parent, name })])
    expect(await sweep(path)).toEqual({ takenBack: 1, left: [], stopped: false })
    expect(writesSent()).toEqual(['DeleteOrganizationalUnit'])
    expect(await organization.portrait()).toEqual(before)
  })

  test('sends no write for what was never done, and none at all the second time', async () => {
    const parent = await rootOf(organization.owner)
    const intent = unitMeant(1, { account: account(), parent, name: `unit${mark}1` })
    const path = await ledgerOf([intent])
    expect(await sweep(path)).toEqual({ takenBack: 1, left: [], stopped: false })
    expect(writesSent()).toEqual([])
    const told = readFileSync(path, 'utf8')
    expect(await sweep(path)).toEqual({ takenBack: 0, left: [], stopped: false })
    expect(sent).toEqual([])
    expect(readFileSync(path, 'utf8')).toBe(told)
  })

  test('takes back the last first, and what hangs together whatever the order', async () => {
    const before = await organization.portrait()
    const parent = await rootOf(organization.owner)
    const outer = await unitNamed(`outer${mark}1`)
    const inner = await unitNamed(`inner${mark}2`, outer)
    const path = await ledgerOf([
      // as if the inner one had been meant first
      unitMeant(1, { account: account(), parent: outer, name: `inner${mark}2` }),
      { step: 'done', number: 1, id: inner },
      unitMeant(2, { account: account(), parent, name: `outer${mark}1` }),
      { step: 'done', number: 2, id: outer },
    ])
    expect(await sweep(path)).toMatchObject({ takenBack: 2, left: [] })
    expect(await organization.portrait()).toEqual(before)
  })

  test('does not touch what somebody else changed since', async () => {
    const { owner, accounts } = organization
    const root = await rootOf(owner)
    const elsewhere = await unitNamed('somebody-elses')
    const member = accounts.member?.account ?? ''
    given(await owner.moveAccount({ account: member, from: root, to: elsewhere }))
    const before = await organization.portrait()
    const operation = 'MoveAccount'
    const own = { from: root, to: 'ou-of-the-run', account: member }
    const path = await ledgerOf([
      {
        step: 'intent',
        number: 1,
        verb: 'moveAccount',
        operation,
        account: account(),
        args: own,
        before: root,
      },
      { step: 'done', number: 1 },
    ])
    const { left } = await sweep(path)
    expect(left).toHaveLength(1)
    expect(left[0]).toMatch(/^MoveAccount by .*not touched/u)
    expect(writesSent()).toEqual([])
    expect(await organization.portrait()).toEqual(before)
  })

  test('believes what is gone already, and keeps what can not be undone as left', async () => {
    const parent = await rootOf(organization.owner)
    const full = await unitNamed(`full${mark}2`)
    // somebody else works in it meanwhile
    await unitNamed('somebody-elses', full)
    const path = await ledgerOf([
      unitMeant(1, { account: account(), parent, name: `gone${mark}1` }),
      { step: 'done', number: 1, id: 'ou-gone-12345678' },
      unitMeant(2, { account: account(), parent, name: `full${mark}2` }),
      { step: 'done', number: 2, id: full },
    ])
    const { takenBack, left } = await sweep(path)
    expect([takenBack, left.length]).toEqual([1, 1])
    expect(left[0]).toContain(full)
    expect(writesSent().every((name) => name === 'DeleteOrganizationalUnit')).toBe(true)
  })

  test('nothing is left of a request that nobody can read, where all is as before', async () => {
    const { owner, accounts } = organization
    const stopped = new AbortController().signal
    const target = { ...anybodyAt(vendor, organization.url), accounts }
    const before = await asOwner({ vendor, target, accounts, stopped }, (eyes) =>
      surveyOrganization(vendor, eyes, accounts),
    )
    if (before === undefined) throw new Error('nothing is seen')
    const path = await ledgerOf([unreadable(1)], { before })
    expect(await sweep(path)).toMatchObject({ takenBack: 1, left: [] })
    rmSync(path)
    const other = await ledgerOf([unreadable(1)], { before })
    const appeared = await unitNamed('nobody-knows-whose')
    expect((await sweep(other)).left).toHaveLength(1)
    expect(writesSent()).toEqual([])
    expect(given(await owner.getUnit({ unit: appeared })).id).toBe(appeared)
  })

  test('goes on where a line was cut', async () => {
    const parent = await rootOf(organization.owner)
    const path = await ledgerOf([
      unitMeant(1, { account: account(), parent, name: `unit${mark}1` }),
    ])
    appendFileSync(path, '{"run":"written-by-hand","step":"int')
    expect(await sweep(path)).toMatchObject({ takenBack: 1, left: [] })
    expect(await readLedger(path)).not.toHaveProperty('content.cut')
  })

  test('once it is stopped nothing is begun', async () => {
    const parent = await rootOf(organization.owner)
    const path = await ledgerOf([
      unitMeant(1, { account: account(), parent, name: `unit${mark}1` }),
    ])
    const signal = AbortSignal.abort()
    const swept = await sweepLedger(path, planFor(), { interruption: { signal } })
    expect(swept).toMatchObject({ takenBack: 0, stopped: true })
    expect(writesSent()).toEqual([])
  })
})

const refusal = async (path: string, other: Partial<TargetPlan> = {}) => {
  sent = []
  const swept = await sweepLedger(path, planFor(other))
  if (!('problem' in swept)) throw new Error('it was swept')
  expect(writesSent()).toEqual([])
  return [swept.exitCode, swept.problem.code]
}

const open = async (header: Partial<LedgerHeader> = {}): Promise<string> => {
  const parent = await rootOf(organization.owner)
  return ledgerOf([unitMeant(1, { account: account(), parent, name: `unit${mark}1` })], header)
}

describe('a sweep is refused', () => {
  test('of another endpoint, vendor, management account or organization', async () => {
    const target = {
      vendor: 'aws',
      endpoint: organization.url.href,
      region: 'us-east-1',
      management: account(),
    }
    const others = [
      { endpoint: 'http://127.0.0.1:1/' },
      { vendor: 'huawei' },
      { management: '999999999999' },
      { organization: 'o-anotherone' },
    ]
    for (const other of others) {
      const path = writeLedger(
        { folder, vendor, organization },
        [unitMeant(1, { account: account(), parent: 'r-1', name: `unit${mark}1` })],
        { target: { ...target, ...other } },
      )
      expect(await refusal(path)).toEqual([4, 'LEDGER_OF_ANOTHER_TARGET'])
      rmSync(path)
    }
  })

  test('where the target only reads, and where any account may call; off loopback it is tried', async () => {
    const path = await open()
    expect(await refusal(path, { readOnly: true })).toEqual([4, 'WRITES_DENIED'])
    const { accounts } = anybodyAt(vendor, organization.url)
    expect(await refusal(path, { accounts })).toEqual([64, 'SWEEP_TARGET'])
    const endpoint = 'https://organizations.example'
    const target = { vendor: 'aws', endpoint: `${endpoint}/`, region: 'x', management: account() }
    rmSync(path)
    const elsewhere = await open({ target })
    expect(await refusal(elsewhere, { endpoint })).toEqual([2, 'UNREACHABLE'])
  })

  test('while another process uses the ledger; what a dead one left is taken over', async () => {
    const path = await open()
    const lock = `${path}.lock`
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, began: null }))
    expect(await refusal(path)).toEqual([4, 'LEDGER_IN_USE'])
    // its number may have gone to another process since
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, began: 'another time' }))
    expect(await sweep(path)).toMatchObject({ left: [] })
    expect(statSync(lock, { throwIfNoEntry: false })).toBeUndefined()
  })
})
