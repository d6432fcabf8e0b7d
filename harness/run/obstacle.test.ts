import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { buildConnector } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Network } from '../../suites/client/line.ts'
import { exitCodes } from '../problem.ts'
import { obstacleTo } from './obstacle.ts'
import { planRun } from './plan-run.ts'
import type { RunPlan, TargetPlan } from './run-plan.ts'

/** What may be written to elsewhere: what is thrown away, and nobody's own. Every name leads to a server of the test's own. */

const server = createServer((_, response) => response.end())
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
afterAll(() => new Promise((closed) => server.close(closed)))

const network: Network = {
  lookup: (_, __, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
  connectorOf: (options) =>
    buildConnector({
      ...options,
      lookup: (_, __, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    }),
}

const codeFor = async (
  host: string,
  target: Partial<TargetPlan>,
  more: Pick<Partial<RunPlan>, 'agreed'> & Parameters<typeof obstacleTo>[1] = {},
): Promise<string | undefined> => {
  const endpoint = `http://${host}:${(server.address() as AddressInfo).port}`
  const plan = planRun({ vendors: ['aws'], target: { endpoint, ...target } })
  const { agreed, ...options } = more
  const obstacle = await obstacleTo({ ...plan, ...(agreed && { agreed }) }, { network, ...options })
  if (obstacle !== undefined) expect(obstacle.exitCode).toBe(exitCodes.refused)
  return obstacle?.problem.code
}

const named: TargetPlan['accounts'] = {
  mode: 'single',
  management: {
    account: '111111111111',
    credentials: { accessKey: '111111111111', secret: 'orgproof-secret' },
  },
}

test('what is thrown away is written to, and nothing else that is elsewhere', async () => {
  expect(await codeFor('moto.test', { disposable: true })).toBeUndefined()
  expect(await codeFor('moto.test', {})).toBe('WRITES_DENIED')
  expect(await codeFor('moto.test', { disposable: false })).toBe('WRITES_DENIED')
  expect(await codeFor('moto.test', { readOnly: true })).toBeUndefined()
})

test('where any account may call elsewhere no plan helps: nobody is proven there, and nothing taken back', async () => {
  const agreed = 'a'.repeat(64)
  expect(await codeFor('moto.test', {}, { agreed })).toBe('WRITES_DENIED')
  expect(await codeFor('moto.test', {}, { purpose: 'plan' })).toBe('WRITES_DENIED')
  expect(await codeFor('moto.test', { readOnly: true }, { purpose: 'plan' })).toBeUndefined()
  expect(await codeFor('moto.test', { disposable: true }, { purpose: 'plan' })).toBeUndefined()
  expect(await codeFor('moto.test', { accounts: named }, { purpose: 'plan' })).toBeUndefined()
  expect(await codeFor('moto.test', { accounts: named }, { agreed })).toBeUndefined()
  expect(await codeFor('moto.test', { accounts: named })).toBe('WRITES_DENIED')
})

test.each([
  'organizations.us-east-1.amazonaws.com',
  'organizations.us-east-1.amazonaws.com.',
  'ORGANIZATIONS.us-gov-west-1.AmazonAWS.com',
  'organizations.cn-northwest-1.amazonaws.com.cn',
  'organizations.us-east-1.api.aws',
  'amazonaws.com',
  'organizations.myhuaweicloud.com',
  'codearts-devuc.ap-southeast-3.myhuaweicloud.com',
  'organization.tencentcloudapi.com',
  'organization.intl.tencentcloudapi.com',
])('nobody throws %s away, whoever says so', async (host) => {
  expect(await codeFor(host, { disposable: true })).toBe('NOT_DISPOSABLE')
  expect(await codeFor(host, { disposable: true, readOnly: true })).toBe('NOT_DISPOSABLE')
})

test('a name that only looks like a vendor’s is nobody’s', async () => {
  expect(await codeFor('notamazonaws.com', { disposable: true })).toBeUndefined()
  expect(await codeFor('amazonaws.com.test', { disposable: true })).toBeUndefined()
})

test('with accounts that are given, or behind a proxy, nothing is thrown away', async () => {
  const management = { account: '1', credentials: { accessKey: 'k', secret: 's' } }
  for (const accounts of [
    { mode: 'fixed', management },
    { mode: 'single', management },
  ] as const) {
    expect(await codeFor('moto.test', { disposable: true, accounts })).toBe('NOT_DISPOSABLE')
  }
  const proxy = 'http://127.0.0.1:1'
  expect(await codeFor('moto.test', { disposable: true, proxy })).toBe('NOT_DISPOSABLE')
})
