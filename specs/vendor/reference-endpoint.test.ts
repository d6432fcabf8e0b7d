import { describe, expect, test } from 'vitest'

import { knownVendors, loadVendor } from '../vendors/load-vendor.ts'
import { says } from './features.ts'
import { referenceEndpointOf, type ReferenceEndpointFile } from './reference-endpoint.ts'

const file: ReferenceEndpointFile = {
  ids: {
    organization: 'o-{lower:8}',
    root: 'r-{lower:8}',
    unit: 'ou-{lower:8}',
    account: '{digits:12}',
    policy: 'p-{lower:8}',
    invitation: 'h-{lower:8}',
    creation: 'c-{lower:8}',
    resourcePolicy: 'rp-{lower:8}',
  },
  accountKey: '^[0-9]{12}$',
  secret: 'a secret',
  internalError: { code: 'Broken', status: 500 },
  behaviour: {
    strictTrust: { value: true, citations: [{ lines: [1, 2], sha256: '0'.repeat(64) }] },
    creationDelay: { value: 30, own: 'how long it takes is not stated' },
  },
  environment: {},
  exampleAccount: '111111111111',
}

test('facts come without who says so', () => {
  const { behaviour, limits, ...rest } = referenceEndpointOf(file)
  expect(behaviour).toEqual({ strictTrust: true, creationDelay: 30 })
  expect(limits).toBeUndefined()
  expect({ ...file, ...rest }).toEqual(file)
})

test('numbers that the endpoint chose are its limits', () => {
  const own = 'that there is a limit is stated, and no number'
  const { limits } = referenceEndpointOf({ ...file, limits: { unitDepth: { value: 5, own } } })
  expect(limits).toEqual({ unitDepth: 5 })
})

test('services are those of all sources, in their order', () => {
  const citations = [{ kind: 'protocol', source: 'a page' }] as const
  const { services } = referenceEndpointOf({
    ...file,
    services: [
      { value: ['b.example', 'a.example'], citations },
      { value: ['c.example'], citations },
    ],
  })
  expect(services).toEqual(['b.example', 'a.example', 'c.example'])
})

describe.each(knownVendors)('the behaviour of %s', async (id) => {
  const vendor = await loadVendor(id)
  const { behaviour, limits = {}, services = [] } = vendor.referenceEndpoint

  test('speaks of verbs and policy types that the vendor has', () => {
    const { needAllFeatures = [], foundingTypes = [] } = behaviour
    expect(needAllFeatures.filter((verb) => !says(vendor, verb))).toEqual([])
    expect(foundingTypes.filter((type) => !vendor.profile.policyTypes.includes(type))).toEqual([])
  })

  test('has numbers of its own only where the vendor publishes none', () => {
    expect(Object.keys(limits).filter((name) => name in vendor.profile.limits)).toEqual([])
  })

  test('knows each service once, and none that the suite asks for as one that does not exist', () => {
    const { services: own, unknownService } = vendor.profile
    const known = [...own, ...services]
    expect(known).toEqual([...new Set(known)])
    expect(known).not.toContain(unknownService)
  })
})
