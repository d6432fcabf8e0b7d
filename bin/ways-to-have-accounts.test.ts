import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startEndpoint } from '../endpoint/server.ts'
import type { Vendor } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { sleep } from '../suites/client/stop.ts'
import type { Principal, Target } from '../suites/client/target.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import { openSession } from '../suites/runner/session.ts'
import { runVerdict, totalsOf, type JudgedCheck } from '../suites/verdict/verdict.ts'
import { decidedIn } from './testing/decided.ts'
import {
  anybodyAt,
  seedOrganization,
  serveAnybody,
  type SeededOrganization,
} from './testing/given-organization.ts'

/** The suite in an organization that is not its own: with given accounts, and without a single write. */

const scenarios = await loadScenarios()

/**
 * How many checks pass at least with given accounts, of which those that weigh most decide (a share of them all, see
 * `npm run decided`), and how many pass when only reading.
 */
const least = [
  ['aws', { given: 5600, share: 0.82, reading: 300 }],
  ['huawei', { given: 3570, share: 0.855, reading: 200 }],
  ['tencent', { given: 1250, share: 0.76, reading: 80 }],
] as const

async function ask(vendor: Vendor, target: Target): Promise<readonly JudgedCheck[]> {
  const parts = { vendor, target, scenarios, seed: 1, nonce: 77n, now: Date.now, pause: sleep }
  const session = openSession(parts)
  const judged = await Promise.all(session.checks.map((check) => session.judged(check.id)))
  expect(judged).toHaveLength(session.checks.length)
  expect(await session.left()).toEqual([])
  await session.close()
  return judged
}

const principal = ({ referenceEndpoint }: Vendor, account: string): Principal => ({
  account,
  credentials: { accessKey: account, secret: referenceEndpoint.secret },
})

/** A target whose management account manages nothing: given, and as somebody who only reads. */
function strangersAt(vendor: Vendor, url: URL): readonly Target[] {
  const target = anybodyAt(vendor, url)
  const account = vendor.mintAccount(424_242n)
  if (target.accounts.mode !== 'any') throw new Error('any account may call there')
  return [
    { ...target, accounts: { mode: 'fixed', management: principal(vendor, account) } },
    { ...target, accounts: { ...target.accounts, management: account }, readOnly: true },
  ]
}

describe.each(least)('%s', (id, { given, share, reading }) => {
  let vendor: Vendor
  let organization: SeededOrganization

  beforeAll(async () => {
    vendor = await loadVendor(id)
    organization = await seedOrganization(vendor, { creations: true })
  })

  afterAll(() => organization.close())

  test('given accounts: nothing is wrong, and the organization is left as it was found', async () => {
    const before = await organization.portrait()
    const { accounts, url } = organization
    const judged = await ask(vendor, { ...anybodyAt(vendor, url), accounts })
    expect(wrong(judged)).toEqual([])
    expect(totalsOf(judged).pass).toBeGreaterThanOrEqual(given)
    const { must, decided } = decidedIn(judged)
    expect(decided / must).toBeGreaterThanOrEqual(share)
    expect(codes(judged)).toEqual(expect.arrayContaining(['DANGER_DENIED', 'NO_PRINCIPAL']))
    expect(codes(judged)).not.toContain('NO_UNDO')
    expect(runVerdict(judged)).toBe('incomplete')
    expect(await organization.portrait()).toEqual(before)
  })

  test('read-only: nothing is written, and nothing that needs a write is claimed', async () => {
    const before = await organization.portrait()
    const target = anybodyAt(vendor, organization.url)
    if (target.accounts.mode !== 'any') throw new Error('any account may call there')
    const accounts = { ...target.accounts, management: organization.owner.id }
    const judged = await ask(vendor, { ...target, accounts, readOnly: true })
    expect(wrong(judged)).toEqual([])
    expect(totalsOf(judged).pass).toBeGreaterThanOrEqual(reading)
    expect(codes(judged)).toContain('DANGER_DENIED')
    expect(await organization.portrait()).toEqual(before)
  })

  test('an account that manages nothing finds nothing wrong', async () => {
    for (const target of strangersAt(vendor, organization.url)) {
      const judged = await ask(vendor, target)
      expect(wrong(judged)).toEqual([])
      expect(codes(judged)).toContain('NO_PRINCIPAL')
    }
  })
})

test('codearts: what nothing takes back is not done with given accounts, and not read-only', async () => {
  const vendor = await loadVendor('codearts')
  const endpoint = await startEndpoint(vendor, { port: 0, clock: Date.now, random: Math.random })
  for (const target of strangersAt(vendor, endpoint.url)) {
    const judged = await ask(vendor, target)
    expect(wrong(judged)).toEqual([])
    expect(totalsOf(judged).untestable).toBe(judged.length)
  }
  await endpoint.close()
})

test('codearts: with given accounts that could do it, no write is ever sent, of the protocol neither', async () => {
  const vendor = await loadVendor('codearts')
  const statuses: number[] = []
  const endpoint = await serveAnybody(vendor, {
    behave: (answer) => async (message) => {
      const answered = await answer(message)
      statuses.push(answered.status)
      return answered
    },
  })
  const given = (number: bigint): Principal => principal(vendor, vendor.mintAccount(number))
  const judged = await ask(vendor, {
    ...anybodyAt(vendor, endpoint.url),
    accounts: { mode: 'fixed', management: given(1n), invitee: given(2n), outsider: given(3n) },
  })
  await endpoint.close()
  expect(statuses).toEqual([])
  const protocol = judged.filter(({ axis }) => axis === 'protocol')
  expect(protocol.length).toBeGreaterThan(40)
  expect(new Set(protocol.map(({ verdict, code }) => `${verdict} ${code}`))).toEqual(
    new Set(['untestable DANGER_DENIED']),
  )
})

const wrong = (judged: readonly JudgedCheck[]): readonly string[] =>
  judged
    .filter(({ verdict }) => ['fail', 'warn', 'error', 'inconclusive'].includes(verdict))
    .map(({ id, verdict, reason }) => `${verdict} ${id}: ${reason}`)

const codes = (judged: readonly JudgedCheck[]): readonly string[] => [
  ...new Set(judged.filter(({ verdict }) => verdict === 'untestable').map(({ code = '' }) => code)),
]
