import { expect } from 'vitest'

import type { VendorId } from '../../../specs/vendor/vendor.ts'
import { loadVendor } from '../../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../../suites/runner/load-scenarios.ts'
import { askerOf } from '../../selftest/ask-server.ts'
import { compareList, unprovenListOf } from '../unproven-list.ts'
import { proveChecks } from '../unproven.ts'

/** Looks for the checks of a vendor that nothing makes fail: they are those of the list, and no wrong answer is blamed on the suite. */
export async function expectListed(vendor: VendorId): Promise<void> {
  const found = await proveChecks(askerOf(await loadVendor(vendor), await loadScenarios()))
  const { unlisted, outdated } = compareList(unprovenListOf(vendor), found)
  expect({ unlisted, outdated, errors: found.errors }).toEqual({
    unlisted: [],
    outdated: [],
    errors: [],
  })
}
