import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { conductRun, type ConductOptions } from '../harness/run/conduct-run.ts'
import { planRun } from '../harness/run/plan-run.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { FixedAccounts, Principal } from '../suites/client/target.ts'
import { seedOrganization, type SeededOrganization } from './testing/given-organization.ts'
import { temporaryKeys, type TemporaryKeys } from './testing/temporary-keys.ts'

/** Credentials that expire in the middle of a run: they are renewed, or what is left open is inconclusive. */

let [out, organizations]: [string, SeededOrganization[]] = ['', []]
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'orgproof-renewal-'))
})
afterEach(async () => {
  for (const one of organizations.splice(0)) await one.close()
  rmSync(out, { recursive: true, force: true })
})

const only = ['scenario/unit-not-empty/*', 'scenario/unit-rename/*', 'scenario/unit-name-unique/*']

const vendors = {
  aws: 'ExpiredTokenException',
  huawei: 'APIGW.0301',
  tencent: 'AuthFailure.TokenFailure',
} as const

async function run(
  id: keyof typeof vendors,
  renewing: (keys: TemporaryKeys) => ConductOptions['renew'],
  telling?: true,
) {
  const vendor = await loadVendor(id)
  const keys = temporaryKeys(vendor, { uses: 15, code: vendors[id], ...(telling && { telling }) })
  const organization = await seedOrganization(vendor, keys.otherwise)
  organizations.push(organization)
  const temporary = (who: Principal): Principal => ({
    ...who,
    credentials: keys.issue(who.account, 1),
    profile: 'any',
  })
  const { management, member = management } = organization.accounts
  const accounts: FixedAccounts = {
    mode: 'fixed',
    management: temporary(management),
    member: temporary(member),
  }
  const endpoint = organization.url.origin
  const plan = planRun({
    vendors: [id],
    target: {
      name: 'given',
      endpoint,
      accounts,
      consistency: 'immediate',
      patience: { creation: 1, closing: 1, listing: 0 },
      deadline: 1000,
    },
    selection: { only },
  })
  const renew = renewing(keys)
  const finished = await conductRun(plan, { out, ...(renew && { renew }) })
  if ('problem' in finished) throw new Error(finished.problem.message)
  const { checks } = finished.results
  const verdicts = checks.map(({ verdict }) => verdict)
  return {
    ...finished,
    keys,
    checks,
    count: (one: string) => verdicts.filter((v) => v === one).length,
  }
}

const everythingWritten = (): string =>
  readdirSync(out)
    .map((name) => readFileSync(join(out, name), 'utf8'))
    .join('\n')

function expectNoSecretOf(keys: TemporaryKeys): void {
  const written = everythingWritten()
  expect(keys.issued().length).toBeGreaterThan(1)
  expect(keys.issued().filter((secret) => written.includes(secret.slice(10, 30)))).toEqual([])
}

test.each(['aws', 'huawei', 'tencent'] as const)(
  '%s: fresh ones are asked for as often as it takes, and nothing else differs',
  async (id) => {
    const renewals: string[] = []
    const { keys, checks, count, broken } = await run(
      id,
      (issuing) =>
        async ({ account, profile }) => {
          renewals.push(`${account} ${profile}`)
          return issuing.issue(
            account,
            1 + renewals.filter((one) => one.startsWith(account)).length,
          )
        },
    )
    expect(broken).toEqual([])
    expect(checks.length).toBeGreaterThan(3)
    expect(count('pass') + count('absent')).toBe(checks.length)
    expect(renewals.length).toBeGreaterThan(1)
    expect(renewals.every((one) => one.endsWith(' any'))).toBe(true)
    // each renewal was caused by a refusal, and none was in vain
    expect(keys.refused()).toBe(renewals.length)
    expectNoSecretOf(keys)
  },
)

test.each(['aws', 'huawei', 'tencent'] as const)(
  '%s: where there are no others, what is open is inconclusive, and nothing is blamed on the endpoint',
  async (id) => {
    const { keys, checks, count, broken, results } = await run(id, () => undefined)
    expect(broken).toEqual([])
    expect(count('fail') + count('error') + count('warn')).toBe(0)
    expect(count('inconclusive')).toBeGreaterThan(0)
    const open = checks.filter(({ verdict }) => verdict === 'inconclusive')
    for (const { reason } of open)
      expect(reason).toMatch(/^the credentials of the account \w+ have expired/u)
    expect(results.targets[0]?.verdict).toBe('incomplete')
    expectNoSecretOf(keys)
  },
)

test('what came later is a secret, too, wherever an endpoint tells it', async () => {
  let number = 1
  const renewing =
    (issuing: TemporaryKeys) =>
    async ({ account }: Principal) =>
      issuing.issue(account, (number += 1))
  const { keys, checks } = await run('aws', renewing, true)
  const wrong = checks.filter(({ verdict }) => verdict === 'fail')
  expect(wrong.length).toBeGreaterThan(0)
  expect(number).toBeGreaterThan(2)
  expect(everythingWritten()).toContain('«redacted» «redacted»')
  expectNoSecretOf(keys)
})
