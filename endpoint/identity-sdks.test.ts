import { Agent } from 'node:http'
import { createConnection } from 'node:net'

import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts'
import { GlobalCredentials } from '@huaweicloud/huaweicloud-sdk-core'
import { ClientBuilder } from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js'
import type { HcClient } from '@huaweicloud/huaweicloud-sdk-core/HcClient.js'
import { sts } from 'tencentcloud-sdk-nodejs/tencentcloud/services/sts/index.js'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'

import type { VendorId } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { issueToken } from '../specs/wire/issued-token.ts'
import { startEndpoint, type Endpoint } from './server.ts'

/** Who somebody is, asked by the vendors' own clients, which share nothing with us. */
const started: Endpoint[] = []

const start = async (id: VendorId): Promise<Endpoint> => {
  const vendor = await loadVendor(id)
  const endpoint = await startEndpoint(vendor, { port: 0, clock: Date.now, random: () => 0.5 })
  started.push(endpoint)
  return endpoint
}

const secret = 'orgproof-secret'
const [digits, hexadecimal] = ['123456789012', 'ab'.repeat(16)]

beforeAll(() => {
  // the core of one of them prints every refusal it is given
  for (const level of ['log', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})

afterAll(() => {
  vi.restoreAllMocks()
})

afterEach(async () => {
  for (const endpoint of started.splice(0)) {
    expect(endpoint.troubles()).toEqual([])
    await endpoint.close()
  }
})

const refusalOf = async (asking: Promise<unknown>): Promise<object> => {
  const refused = await asking.then(
    () => undefined,
    (error: unknown) => error as object,
  )
  if (refused === undefined) throw new Error('it is not refused')
  return refused
}

test('AWS', async () => {
  const { url } = await start('aws')
  const clientOf = (accessKeyId: string, secretAccessKey = secret): STSClient =>
    new STSClient({
      endpoint: url.href,
      region: 'us-east-1',
      credentials: { accessKeyId, secretAccessKey },
      maxAttempts: 1,
    })
  const ask = (...keys: Parameters<typeof clientOf>) =>
    clientOf(...keys).send(new GetCallerIdentityCommand({}))
  expect(await ask(digits)).toMatchObject({
    Account: digits,
    UserId: digits,
    Arn: `arn:aws:iam::${digits}:root`,
  })
  expect(await refusalOf(ask(digits, 'wrong'))).toMatchObject({ name: 'SignatureDoesNotMatch' })
  expect(await refusalOf(ask('nobody'))).toMatchObject({
    name: 'InvalidClientTokenId',
    $metadata: { httpStatusCode: 403 },
  })
  const other = clientOf(digits).send(new GetSessionTokenCommand({}))
  expect(await refusalOf(other)).toMatchObject({ name: 'InvalidAction' })
})

test('Tencent Cloud', async () => {
  const { url } = await start('tencent')
  const agent = Object.assign(new Agent(), {
    createConnection: () => createConnection({ host: '127.0.0.1', port: Number(url.port) }),
  })
  const ask = (secretId: string, reqMethod: 'GET' | 'POST', secretKey = secret) =>
    new sts.v20180813.Client({
      credential: { secretId, secretKey },
      region: 'ap-guangzhou',
      profile: { httpProfile: { reqMethod, protocol: 'http://', agent } },
    }).GetCallerIdentity(null)
  for (const method of ['GET', 'POST'] as const) {
    expect(await ask(digits, method)).toMatchObject({ AccountId: digits, Type: 'CAMUser' })
  }
  expect(await refusalOf(ask(digits, 'POST', 'wrong'))).toMatchObject({
    code: 'AuthFailure.SignatureFailure',
  })
  agent.destroy()
})

test('Huawei Cloud, and CodeArts where it is asked with keys', async () => {
  for (const id of ['huawei', 'codearts'] as const) {
    const { url } = await start(id)
    const ask = async (sk: string): Promise<unknown> =>
      new ClientBuilder((client: HcClient) => client)
        .withCredential(
          new GlobalCredentials().withAk(hexadecimal).withSk(sk).withDomainId(hexadecimal),
        )
        .withEndpoint(url.origin)
        .build()
        .sendRequest({
          method: 'GET',
          url: '/v5/caller-identity',
          contentType: 'application/json',
          queryParams: {},
          pathParams: {},
          headers: { 'content-type': 'application/json' },
        })
    expect(await ask(secret)).toMatchObject({ httpStatusCode: 200, account_id: hexadecimal })
    expect(await refusalOf(ask('wrong'))).toMatchObject({ errorCode: 'APIGW.0301' })
  }
})

test('CodeArts where it is asked with a token: about itself alone', async () => {
  const { url } = await start('codearts')
  const token = issueToken({ accessKey: hexadecimal, secret }, new Date())
  const other = issueToken({ accessKey: 'cd'.repeat(16), secret }, new Date())
  const ask = (headers: Record<string, string>): Promise<Response> =>
    fetch(new URL('/v3/auth/tokens', url), { headers })
  const told = await ask({ 'x-auth-token': token, 'x-subject-token': token })
  expect(told.status).toBe(200)
  expect(await told.json()).toMatchObject({ token: { user: { domain: { id: hexadecimal } } } })
  for (const headers of [
    { 'x-auth-token': token, 'x-subject-token': other },
    { 'x-auth-token': token },
    { 'x-auth-token': `${token}0`, 'x-subject-token': `${token}0` },
  ]) {
    expect((await ask(headers as Record<string, string>)).status).toBe(401)
  }
})
