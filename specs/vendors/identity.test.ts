import { STSClient } from '@aws-sdk/client-sts'
import { sts } from 'tencentcloud-sdk-nodejs/tencentcloud/services/sts/index.js'
import { expect, test } from 'vitest'

import { placeFor } from '../vendor/identity-service.ts'
import type { VendorId } from '../vendor/vendor.ts'
import { knownVendors, loadVendor } from './load-vendor.ts'

/** Where it is asked whose credentials are: where the vendors' own clients ask. */

const credentials = { accessKey: 'a', secret: 's' }

async function place(
  id: VendorId,
  endpoint: string,
  { region = '', token }: { readonly region?: string; readonly token?: string } = {},
): Promise<string | undefined> {
  const { identity, region: usual } = await loadVendor(id)
  const places = identity.places({ ...credentials, ...(token !== undefined && { token }) })
  return placeFor(places, new URL(endpoint), region === '' ? usual : region)
}

test.each([
  ['us-east-1', 'amazonaws.com'],
  ['eu-central-1', 'api.aws'],
  ['cn-northwest-1', 'amazonaws.com.cn'],
  ['us-gov-west-1', 'amazonaws.com'],
  ['us-iso-east-1', 'c2s.ic.gov'],
  ['us-isob-east-1', 'sc2s.sgov.gov'],
])('AWS, %s in %s', async (region, domain) => {
  const client = new STSClient({ region })
  const { url } = client.config.endpointProvider({ Region: region, UseGlobalEndpoint: false })
  client.destroy()
  const asked = await place('aws', `https://organizations.${region}.${domain}`, { region })
  expect(new URL(asked ?? '').href).toBe(url.href)
})

test('Tencent Cloud', async () => {
  const { endpoint } = new sts.v20180813.Client({ credential: {} })
  expect(await place('tencent', 'https://organization.tencentcloudapi.com')).toBe(
    `https://${endpoint}`,
  )
  expect(await place('tencent', 'https://organization.intl.tencentcloudapi.com')).toBe(
    'https://sts.intl.tencentcloudapi.com',
  )
})

test('Huawei Cloud: by region, and of a token at another service', async () => {
  const organizations = 'https://organizations.myhuaweicloud.com'
  expect(await place('huawei', organizations)).toBe('https://sts.cn-north-4.myhuaweicloud.com')
  expect(await place('huawei', organizations, { region: 'eu-west-101' })).toBeUndefined()
  const access = 'https://codearts-devuc.ap-southeast-3.myhuaweicloud.com'
  expect(await place('codearts', access)).toBe('https://sts.ap-southeast-3.myhuaweicloud.com')
  expect(await place('codearts', access, { token: 't' })).toBe(
    'https://iam.ap-southeast-3.myhuaweicloud.com',
  )
})

test.each(knownVendors)('%s: nowhere for an endpoint that is not its own', async (id) => {
  for (const host of [
    '127.0.0.1',
    'localhost',
    'cloud.test',
    'amazonaws.com.test',
    'notamazonaws.com',
    'amazonaws.com',
  ]) {
    expect(await place(id, `https://${host}`)).toBeUndefined()
  }
})

test('a region of one partition is not asked about in another', async () => {
  const chinese = 'https://organizations.cn-northwest-1.amazonaws.com.cn'
  expect(await place('aws', chinese, { region: 'us-east-1' })).toBeUndefined()
  expect(
    await place('aws', 'https://organizations.us-east-1.amazonaws.com', { region: 'mars' }),
  ).toBeUndefined()
})

test.each(knownVendors)(
  '%s: every place is in a domain of its own, and somebody says so',
  async (id) => {
    const { identity, profile } = await loadVendor(id)
    expect(identity.citations.length).toBeGreaterThan(0)
    for (const { url, domains } of [
      ...identity.places(credentials),
      ...identity.places({ ...credentials, token: 't' }),
    ]) {
      const host = new URL(url.replace('{region}', 'r')).hostname
      for (const name of [host, ...domains.map((domain) => `a.${domain}`)]) {
        expect(
          profile.domains.some((domain) => name.endsWith(`.${domain}`)),
          name,
        ).toBe(true)
      }
    }
  },
)
