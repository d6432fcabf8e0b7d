import { expect, test } from 'vitest'

import { loadVendor } from '../vendors/load-vendor.ts'
import { underTest } from './under-test.ts'

const vendor = await loadVendor('aws')

test('who is asked by the suite keeps to numbers that a run reaches', () => {
  const { limits } = underTest(vendor).referenceEndpoint
  expect(limits).toEqual({
    ...vendor.referenceEndpoint.limits,
    ...vendor.referenceEndpoint.reachable,
  })
  expect(limits?.unitsPerOrganization).toBeLessThan(
    vendor.profile.limits.unitsPerOrganization?.value ?? 0,
  )
})

test('what the target states goes before that, and null is no limit', () => {
  const stated = { unitsPerOrganization: 7, policiesPerType: null }
  expect(underTest(vendor, stated).referenceEndpoint.limits).toMatchObject({
    unitsPerOrganization: 7,
    policiesPerType: Infinity,
  })
})
