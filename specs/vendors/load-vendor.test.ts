import { expect, test } from 'vitest'

import type { VendorId } from '../vendor/vendor.ts'
import { knownVendors, loadVendor } from './load-vendor.ts'

test.each(knownVendors.map((id) => [id]))('%s loads under its own name', async (id) => {
  const vendor = await loadVendor(id)
  expect(vendor.id).toBe(id)
  expect(vendor.contract.operations.size).toBeGreaterThan(0)
})

test('an unknown vendor is refused with the known ones', async () => {
  await expect(loadVendor('acme' as VendorId)).rejects.toThrow(
    `vendor acme is not built in; known are: ${knownVendors.join(', ')}`,
  )
})
