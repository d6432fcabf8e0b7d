import { GlobalCredentials } from '@huaweicloud/huaweicloud-sdk-core'
import { ClientBuilder } from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js'
import type { HcClient } from '@huaweicloud/huaweicloud-sdk-core/HcClient.js'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { codearts } from '../specs/vendors/codearts/codearts.ts'
import { huawei } from '../specs/vendors/huawei/huawei.ts'
import { issueToken } from '../specs/wire/issued-token.ts'
import { startEndpoint, type Endpoint } from './server.ts'

/** The vendor's own Node.js core signs and sends: it shares nothing with our codec. */
const vendor = huawei()
const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

let endpoint: Endpoint
let access: Endpoint
const accounts = ['a', 'b', 'c'].map((digit) => digit.repeat(32))
const [owner = '', guest = '', outsider = ''] = accounts

beforeAll(async () => {
  // the core prints every refusal it is given
  for (const level of ['log', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  const options = { port: 0, clock: () => Date.now(), random: seeded(5) }
  endpoint = await startEndpoint(vendor, options)
  access = await startEndpoint(codearts(), options)
})

afterAll(async () => {
  vi.restoreAllMocks()
  expect(endpoint.troubles()).toEqual([])
  expect(access.troubles()).toEqual([])
  await Promise.all([endpoint.close(), access.close()])
})

/** What the core answers, apart from what it adds itself. */
type Said = Readonly<Record<string, unknown>> & { readonly httpStatusCode: number }

interface Sent {
  readonly account?: string
  readonly secret?: string
  readonly query?: Readonly<Record<string, unknown>>
  readonly path?: Readonly<Record<string, string>>
  readonly data?: object
}

const clientOf = (account: string, secret: string, url: URL): HcClient => {
  const credentials = new GlobalCredentials().withAk(account).withSk(secret).withDomainId(account)
  return new ClientBuilder((client: HcClient) => client)
    .withCredential(credentials)
    .withEndpoint(url.origin)
    .build()
}

const send = async (method: string, url: string, sent: Sent = {}): Promise<Said> => {
  const {
    account = owner,
    secret = vendor.referenceEndpoint.secret,
    query = {},
    path = {},
    data,
  } = sent
  const request = {
    method,
    url,
    contentType: 'application/json',
    queryParams: query,
    pathParams: path,
    headers: { 'content-type': 'application/json' },
    ...(data !== undefined && { data }),
  }
  return (await clientOf(account, secret, endpoint.url).sendRequest(request)) as unknown as Said
}

interface Refused {
  readonly httpStatusCode: number
  readonly errorCode: string
  readonly requestId: string
}

const refusal = async (call: Promise<Said>): Promise<Refused> => {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error as Refused,
  )
  if (outcome === undefined) throw new Error('the call is not refused')
  return outcome
}

const base = '/v1/organizations'

test('an organization is founded, described and seen by its members alone', async () => {
  const missing = await refusal(send('GET', base))
  expect(missing).toMatchObject({ httpStatusCode: 404, errorCode: 'Organizations.1100' })
  expect(missing.requestId).toMatch(/^[0-9a-f]{32}$/u)
  const founded = await send('POST', base)
  expect(founded).toMatchObject({
    httpStatusCode: 201,
    organization: { management_account_id: owner },
  })
  expect(await send('GET', base)).toMatchObject({ organization: founded['organization'] })
  const stranger = await refusal(send('GET', `${base}/roots`, { account: outsider }))
  expect(stranger).toMatchObject({ httpStatusCode: 401, errorCode: 'Organizations.1015' })
})

const rootId = async (): Promise<string> => {
  const { roots } = await send('GET', `${base}/roots`, { query: { limit: 1 } })
  return (roots as readonly { readonly id: string }[])[0]?.id ?? ''
}

test('units are created, listed page by page, renamed and deleted', async () => {
  const parent = await rootId()
  const units = `${base}/organizational-units`
  const ids: string[] = []
  for (const name of ['one', 'two & more', 'drei ü']) {
    const created = await send('POST', units, { data: { name, parent_id: parent } })
    expect(created).toMatchObject({ httpStatusCode: 201, organizational_unit: { name } })
    ids.push((created['organizational_unit'] as { readonly id: string }).id)
  }
  const listed: string[] = []
  let marker: string | null = ''
  while (marker !== null) {
    const query = { parent_id: parent, limit: 1, ...(marker !== '' && { marker }) }
    const page = await send('GET', units, { query })
    listed.push(...(page['organizational_units'] as { readonly id: string }[]).map(({ id }) => id))
    marker = (page['page_info'] as { readonly next_marker: string | null }).next_marker
  }
  expect(listed).toEqual(ids)
  const [first = ''] = ids
  const unit = `${units}/{organizational_unit_id}`
  const path = { organizational_unit_id: first }
  const renamed = await send('PATCH', unit, { path, data: { name: 'renamed' } })
  expect(renamed).toMatchObject({ organizational_unit: { id: first, name: 'renamed' } })
  const taken = send('PATCH', unit, { path, data: { name: 'two & more' } })
  expect(await refusal(taken)).toMatchObject({
    httpStatusCode: 409,
    errorCode: 'Organizations.1205',
  })
  expect(await send('DELETE', unit, { path })).toMatchObject({ httpStatusCode: 204 })
  expect(await refusal(send('GET', unit, { path }))).toMatchObject({
    errorCode: 'Organizations.1200',
  })
})

test('an account joins by invitation, is tagged with its kind, found by its tag, and leaves', async () => {
  const data = { target: { type: 'account', entity: guest }, notes: 'come' }
  const invited = await send('POST', `${base}/accounts/invite`, { data })
  const { id } = invited['handshake'] as { readonly id: string }
  const path = { handshake_id: id }
  const accept = '/v1/received-handshakes/{handshake_id}/accept'
  expect(await refusal(send('POST', accept, { path, account: outsider }))).toMatchObject({
    httpStatusCode: 404,
    errorCode: 'Organizations.1400',
  })
  expect(await send('POST', accept, { path, account: guest })).toMatchObject({
    handshake: { status: 'accepted' },
  })
  const tags = [{ key: 'team', value: 'blue' }]
  const typed = `${base}/organizations:accounts/{resource_id}/tags/create`
  await send('POST', typed, { path: { resource_id: guest }, data: { tags } })
  const filter = `${base}/organizations:accounts/resource-instances/filter`
  const search = { tags: [{ key: 'team', values: ['blue'] }] }
  expect(
    await send('POST', filter, { query: { limit: 5, offset: '0' }, data: search }),
  ).toMatchObject({ resources: [{ resource_id: guest, tags }], total_count: 1 })
  const states = { states: ['pending_closure', 'suspended'] }
  expect(await send('GET', `${base}/close-account-status`, { query: states })).toMatchObject({
    close_account_statuses: [],
  })
  expect(await send('POST', `${base}/leave`, { account: guest })).toMatchObject({
    httpStatusCode: 200,
  })
})

test('a wrong secret, a missing member and an unknown API are refused as the gateway would', async () => {
  const forged = await refusal(send('GET', base, { secret: 'another' }))
  expect(forged).toMatchObject({ httpStatusCode: 401, errorCode: 'APIGW.0301' })
  const nameless = await refusal(send('POST', `${base}/organizational-units`, { data: {} }))
  expect(nameless).toMatchObject({ httpStatusCode: 400, errorCode: 'APIGW.0201' })
  const nowhere = await refusal(send('GET', '/v1/nowhere'))
  expect(nowhere).toMatchObject({ httpStatusCode: 404, errorCode: 'APIGW.0101' })
  const method = await refusal(send('PUT', base, { data: {} }))
  expect(method).toMatchObject({ httpStatusCode: 405 })
})

const deletion = (endpointId: string): Parameters<HcClient['sendRequest']>[0] => ({
  method: 'DELETE',
  url: '/devuc-accessmgmt/v2/vpceps',
  contentType: 'application/json',
  queryParams: {},
  pathParams: {},
  headers: { 'content-type': 'application/json', region: 'ap-southeast-3' },
  data: { vpceps: [{ vpcep_id: endpointId }] },
})

test('the core deletes an access control entry, and so does a token', async () => {
  const { secret } = vendor.referenceEndpoint
  const client = clientOf(owner, secret, access.url)
  const deleted = await client.sendRequest(deletion('orgproof-endpoint-1'))
  expect(deleted).toMatchObject({ httpStatusCode: 200, status: 'ok', total: 1 })
  const again = client.sendRequest(deletion('orgproof-endpoint-1')) as unknown as Promise<Said>
  expect(await refusal(again)).toMatchObject({ httpStatusCode: 404, errorCode: 'UC.00011005' })
  const byToken = await fetch(new URL('/v2/vpceps', access.url), {
    method: 'DELETE',
    headers: {
      'content-type': 'application/json',
      region: 'ap-southeast-3',
      'x-auth-token': issueToken({ accessKey: owner, secret }, new Date()),
    },
    body: JSON.stringify({ vpceps: [{ vpcep_id: 'orgproof-endpoint-2' }] }),
  })
  expect(byToken.status).toBe(200)
  expect(await byToken.json()).toEqual({ status: 'ok', total: 1 })
  const forged = await fetch(new URL('/v2/vpceps', access.url), {
    method: 'DELETE',
    headers: { region: 'ap-southeast-3', 'x-auth-token': 'MIIOhQYJKoZI' },
  })
  expect(forged.status).toBe(401)
})
