import { afterEach, describe, expect, test } from 'vitest'

import { openFacade } from '../../endpoint/facade.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { issueToken } from '../../specs/wire/issued-token.ts'
import type { Answer, Message } from '../../specs/wire/wire.ts'
import type { FixedAccounts, Principal, Target } from '../../suites/client/target.ts'
import { asOwner } from '../ledger/as-owner.ts'
import { exitCodes, problemsOf, type Obstacle } from '../problem.ts'
import { planRun } from '../run/plan-run.ts'
import { targetAt } from '../run/targets.ts'
import { proveIdentities } from './prove-identities.ts'
import { openElsewhere, type Elsewhere } from './testing/elsewhere.ts'

/** Endpoints with the names that they really have, and their identity services beside them, all on this machine. */

const secret = 'orgproof-secret'
const stopped = new AbortController().signal
const options = { stopped, pause: async () => {} }

const hosts: Readonly<Record<VendorId, readonly [endpoint: string, service: string]>> = {
  aws: ['organizations.us-east-1.amazonaws.com', 'sts.us-east-1.amazonaws.com'],
  huawei: ['organizations.myhuaweicloud.com', 'sts.cn-north-4.myhuaweicloud.com'],
  tencent: ['organization.tencentcloudapi.com', 'sts.tencentcloudapi.com'],
  codearts: [
    'codearts-devuc.ap-southeast-3.myhuaweicloud.com',
    'sts.ap-southeast-3.myhuaweicloud.com',
  ],
}

const opened: Elsewhere[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

type Behave = (message: Message, host: string) => Answer | undefined

/** The services of a vendor under their own names; `behave` answers what they do not. */
async function serve(id: VendorId, behave: Behave = () => undefined) {
  const vendor = await loadVendor(id)
  const facade = openFacade(vendor, { clock: Date.now, random: Math.random })
  const names = [...hosts[id], 'iam.ap-southeast-3.myhuaweicloud.com', 'elsewhere.test']
  const there = await openElsewhere(
    names,
    async (message, host) => behave(message, host) ?? facade.answer(message),
  )
  opened.push(there)
  const mint = (count: bigint): Principal => {
    const account = vendor.mintAccount(count)
    return { account, credentials: { accessKey: account, secret } }
  }
  const accounts: FixedAccounts = { mode: 'fixed', management: mint(1n), member: mint(2n) }
  const targetFor = (other: Partial<Target> = {}): Target => {
    const endpoint = `https://${hosts[id][0]}`
    const plan = planRun({ vendors: [id], target: { endpoint, accounts, ...there.route } })
    return { ...targetAt(plan, vendor, endpoint), deadline: 2000, ...other }
  }
  const permitted = { accounts: [accounts.management.account, accounts.member?.account ?? ''] }
  return { vendor, there, accounts, targetFor, permitted }
}

type Served = Awaited<ReturnType<typeof serve>>

/** Founds an organization, and tells its id. */
const found = async ({ vendor, accounts, targetFor }: Served): Promise<string> => {
  const look = { vendor, target: targetFor(), accounts, stopped }
  const founded = await asOwner(look, (owner) => owner.createOrganization({ features: 'all' }))
  if (founded?.kind !== 'done') throw new Error('nothing was founded')
  return founded.value.id
}

const told = (obstacle: object): readonly string[] => {
  expect(obstacle).toMatchObject({ exitCode: exitCodes.refused })
  return problemsOf(obstacle).map(({ code, message }) => `${code} ${message}`)
}

describe.each(['aws', 'huawei', 'tencent'] as const)('%s', (id) => {
  test('whose the credentials are is asked at the public service, and the organization read', async () => {
    const served = await serve(id)
    const organization = await found(served)
    const { vendor, there, accounts, permitted, targetFor } = served
    const target = targetFor({ permitted: { ...permitted, organizations: [organization] } })
    const proven = await proveIdentities(vendor, target, options)
    expect(proven).toEqual({
      principals: { management: accounts.management.account, member: accounts.member?.account },
      organization,
    })
    expect(await proveIdentities(vendor, target, options)).toEqual(proven)
    const asked = there.heard.filter(({ host }) => host === hosts[id][1])
    expect(asked).toHaveLength(4)
    for (const { agent } of asked) expect(agent).toMatch(/^orgproof\/\S+ \(who am I\)$/u)
  })

  test('wrong keys prove nothing, and nobody else looks with them', async () => {
    const { vendor, there, accounts, permitted, targetFor } = await serve(id)
    const management = {
      ...accounts.management,
      credentials: { ...accounts.management.credentials, secret: 'planted-secret' },
    }
    const target = targetFor({ accounts: { ...accounts, management }, permitted })
    const refused = await proveIdentities(vendor, target, options)
    expect(told(refused)).toEqual([expect.stringMatching(/^IDENTITY_UNPROVEN .* refuses them: /u)])
    expect(JSON.stringify(refused)).not.toContain('planted')
    expect(there.heard.map(({ host }) => host)).toEqual([hosts[id][1], hosts[id][1]])
  })
})

test('everything that is wrong is told at once', async () => {
  const served = await serve('aws')
  const organization = await found(served)
  const { vendor, accounts, targetFor } = served
  const member = { ...served.accounts.management, account: '999999999999' }
  const target = targetFor({
    accounts: { ...accounts, member, invitee: { ...member, account: '888888888888' } },
    permitted: { accounts: ['777777777777'], organizations: ['o-other'] },
  })
  const { account } = accounts.management
  expect(told(await proveIdentities(vendor, target, options))).toEqual([
    `IDENTITY_MISMATCH the credentials of the invitee are of the account ${account}, and the target says 888888888888`,
    `IDENTITY_MISMATCH the credentials of the member are of the account ${account}, and the target says 999999999999`,
    `NOT_PERMITTED the account ${account} of the management is not among permitted.accounts`,
    `NOT_PERMITTED the organization ${organization} is not among permitted.organizations`,
  ])
})

test('what is permitted has to be said, and the hint says how', async () => {
  const served = await serve('aws')
  const organization = await found(served)
  const { vendor, permitted, targetFor } = served
  const refused = (await proveIdentities(vendor, targetFor(), options)) as Obstacle
  expect(told(refused)).toHaveLength(1)
  const [one, other] = permitted.accounts
  expect(refused.problem).toMatchObject({
    code: 'NOT_PERMITTED',
    hint: `if the run may write there, its file says permitted: { accounts: ['${one}', '${other}'], organizations: ['${organization}'] }`,
  })
})

test('an account that is in no organization may be alone, and no other', async () => {
  const { vendor, accounts, permitted, targetFor } = await serve('aws')
  const { management } = accounts
  const single = targetFor({ accounts: { mode: 'single', management }, permitted })
  const principals = { management: management.account }
  expect(await proveIdentities(vendor, single, options)).toEqual({ principals })
  expect(told(await proveIdentities(vendor, targetFor({ permitted }), options))).toEqual([
    'NOT_PERMITTED the management account is in no organization',
  ])
})

test('an organization that nobody can read is none that is permitted', async () => {
  const denied = { status: 400, headers: {}, body: '{"__type":"AccessDeniedException"}' }
  const { vendor, accounts, permitted, targetFor } = await serve('aws', ({ headers }) =>
    headers['x-amz-target'] === undefined ? undefined : denied,
  )
  const { management } = accounts
  const target = targetFor({ accounts: { mode: 'single', management }, permitted })
  expect(told(await proveIdentities(vendor, target, options))).toEqual([
    'NOT_PERMITTED in which organization the management account is can not be read',
  ])
})

test('CodeArts: keys are told at one service, tokens at another', async () => {
  const { vendor, there, accounts, targetFor } = await serve('codearts')
  const { management } = accounts
  const token = issueToken(management.credentials, new Date())
  const permitted = { accounts: [management.account] }
  for (const credentials of [management.credentials, { ...management.credentials, token }]) {
    const own: FixedAccounts = { mode: 'fixed', management: { ...management, credentials } }
    const target = targetFor({ accounts: own, permitted })
    expect(await proveIdentities(vendor, target, options)).toEqual({
      principals: { management: management.account },
    })
  }
  expect(there.heard.map(({ host }) => host)).toEqual([
    'sts.ap-southeast-3.myhuaweicloud.com',
    'iam.ap-southeast-3.myhuaweicloud.com',
  ])
})

test('where no service is known nothing is asked; one that is named is', async () => {
  const { vendor, there, accounts, permitted, targetFor } = await serve('aws')
  const target = targetFor({ endpoint: 'https://elsewhere.test', permitted })
  expect(told(await proveIdentities(vendor, target, options))).toEqual(
    ['management', 'member'].map(
      (role) =>
        `IDENTITY_UNPROVEN whose the credentials of the ${role} are is not proven: no identity service is known for https://elsewhere.test in us-east-1`,
    ),
  )
  expect(there.heard).toEqual([])
  const { management } = accounts
  const named = targetFor({
    accounts: { mode: 'single', management },
    endpoint: 'https://elsewhere.test',
    identityEndpoint: 'https://elsewhere.test/',
    permitted,
  })
  expect(await proveIdentities(vendor, named, options)).toEqual({
    principals: { management: management.account },
  })
})

test('what passes by waiting is waited for', async () => {
  const answers: Answer[] = [
    { status: 503, headers: {}, body: '<html>' },
    { status: 429, headers: { 'retry-after': '1' }, body: '' },
    {
      status: 400,
      headers: {},
      body: '<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>',
    },
  ]
  const { vendor, accounts, permitted, targetFor } = await serve('aws', ({ headers }) =>
    headers['x-amz-target'] === undefined ? answers.shift() : undefined,
  )
  const { management } = accounts
  const target = targetFor({ accounts: { mode: 'single', management }, permitted })
  const waits: number[] = []
  const pause = async (milliseconds: number): Promise<void> => void waits.push(milliseconds)
  expect(await proveIdentities(vendor, target, { stopped, pause })).toHaveProperty('principals')
  expect(waits).toEqual([200, 1000, 800])
})
