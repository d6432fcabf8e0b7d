import { afterAll, beforeAll, expect, test } from 'vitest'

import { startEndpoint, type Endpoint } from '../../endpoint/server.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { KeptCredentials } from '../../suites/client/target.ts'
import { planRun } from '../run/plan-run.ts'
import { targetAt } from '../run/targets.ts'
import { provenRenewal } from './proven-renewal.ts'

/** Fresh credentials are those of the same account: a profile may be somebody else's by now. */

const vendor = await loadVendor('aws')
let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await startEndpoint(vendor, { port: 0, clock: Date.now, random: Math.random })
})
afterAll(() => endpoint.close())

const of = (accessKey: string): KeptCredentials => ({ accessKey, secret: 'orgproof-secret' })
const management = { account: '111111111111', credentials: of('111111111111'), profile: 'prod' }

const renewal = (fresh: () => Promise<KeptCredentials | undefined>, proven = true) => {
  const { href } = endpoint.url
  const accounts = { mode: 'single', management } as const
  const target = { endpoint: href, accounts, ...(proven && { identityEndpoint: href }) }
  const plan = planRun({ vendors: ['aws'], target })
  return provenRenewal(fresh, { vendor, target: targetAt(plan, vendor, href) })(management)
}

test('the same account is taken, another is not', async () => {
  expect(await renewal(async () => of('111111111111'))).toEqual(of('111111111111'))
  expect(await renewal(async () => of('222222222222'))).toBeUndefined()
  expect(
    await renewal(async () => ({ accessKey: '111111111111', secret: 'wrong' })),
  ).toBeUndefined()
})

test('where nobody had to prove who they are, nobody has to now', async () => {
  expect(await renewal(async () => of('222222222222'), false)).toEqual(of('222222222222'))
})

test('there may be none, and whoever fails to get them has none', async () => {
  expect(await renewal(async () => undefined)).toBeUndefined()
  expect(await renewal(() => Promise.reject(new Error('planted')))).toBeUndefined()
})
