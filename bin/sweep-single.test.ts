import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { ledgerName } from '../harness/ledger/hold-ledger.ts'
import { parseLedger } from '../harness/ledger/parse-ledger.ts'
import { conductRun } from '../harness/run/conduct-run.ts'
import { planRun } from '../harness/run/plan-run.ts'
import { sweepLedger } from '../harness/sweep/sweep-ledger.ts'
import { isOpen, type LedgerEntry } from '../suites/actors/ledger.ts'
import { rootOf } from '../suites/actors/workspace.ts'
import { given } from '../suites/verdict/outcome.ts'
import { readLedger } from './files/read-ledger.ts'
import { serveOne, type Alone } from './testing/single-account.ts'
import { mark, unitMeant, writeLedger } from './testing/written-ledger.ts'

/** Ledgers of an account that is alone: an organization is dissolved only where the ledger says that the run founded it. */

let alone: Alone
let folder = ''

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orgproof-sweep-single-'))
  alone = await serveOne('aws')
})
afterEach(async () => {
  await alone.close()
  rmSync(folder, { recursive: true, force: true })
})

const planFor = () => {
  const { vendor: _, region: __, ...target } = alone.target
  return planRun({
    vendors: ['aws'],
    target: { ...target, deadline: 2000 },
    selection: { only: [only] },
  })
}

const only = 'scenario/unit-name-unique/*'

async function sweep(entries: readonly LedgerEntry[]) {
  const { vendor, target } = alone
  const organization = { url: new URL(target.endpoint), accounts: target.accounts }
  const path = writeLedger({ folder, vendor, organization }, entries)
  expect(await readLedger(path)).toHaveProperty('content')
  const swept = await sweepLedger(path, planFor())
  if ('problem' in swept) throw new Error(swept.problem.message)
  return swept
}

const founding = (number = 1): LedgerEntry => ({
  step: 'intent',
  number,
  verb: 'createOrganization',
  operation: 'CreateOrganization',
  account: alone.account.id,
  args: { features: 'all' },
})

const stands = async (): Promise<boolean> => (await alone.account.getOrganization()).kind === 'done'

test('what this run founded is dissolved, with what it made in it', async () => {
  const { account } = alone
  const { id } = given(await account.createOrganization())
  const parent = await rootOf(account)
  const name = `unit${mark}1`
  given(await account.createUnit({ parent, name }))
  const swept = await sweep([
    founding(),
    { step: 'done', number: 1, id },
    unitMeant(2, { account: account.id, parent, name }),
  ])
  expect(swept).toEqual({ takenBack: 2, left: [], stopped: false })
  expect(await stands()).toBe(false)
})

test('what was founded by somebody else since is not touched', async () => {
  given(await alone.account.createOrganization())
  const swept = await sweep([founding(), { step: 'done', number: 1, id: 'o-another0001' }])
  expect(swept.takenBack).toBe(0)
  expect(swept.left.join()).toContain('it is not touched')
  expect(await stands()).toBe(true)
})

test('of a founding that was never answered, one in which nothing stands is dissolved', async () => {
  given(await alone.account.createOrganization())
  expect((await sweep([founding()])).left).toEqual([])
  expect(await stands()).toBe(false)
})

test('of a founding that was never answered, one in which something stands is not touched', async () => {
  const { account } = alone
  given(await account.createOrganization())
  given(await account.createUnit({ parent: await rootOf(account), name: 'of somebody' }))
  const swept = await sweep([founding()])
  expect(swept.left.join()).toContain('nobody can tell whose organization stands there')
  expect(await stands()).toBe(true)
})

test('where the organization is gone, so is all that was in it', async () => {
  const intent = unitMeant(2, { account: alone.account.id, parent: 'r-abcd', name: `unit${mark}1` })
  const swept = await sweep([founding(), { step: 'done', number: 1, id: 'o-abcdefghij' }, intent])
  expect(swept).toEqual({ takenBack: 2, left: [], stopped: false })
})

test('a run of a single account keeps a ledger, and closes it', async () => {
  const run = await conductRun(planFor(), { out: folder })
  if ('problem' in run) throw new Error(run.problem.message)
  const ledger = parseLedger(readFileSync(join(folder, ledgerName), 'utf8'))
  const writes = [...(ledger?.writes.values() ?? [])]
  expect(writes.map(({ verb }) => verb)).toContain('createOrganization')
  expect(writes.filter(isOpen)).toEqual([])
  expect(await stands()).toBe(false)
})
