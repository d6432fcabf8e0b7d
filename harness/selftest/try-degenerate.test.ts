import { describe, expect, test } from 'vitest'

import { degeneratesOf } from '../../endpoint/degenerates.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { askerOf } from './ask-server.ts'
import { tryDegenerate } from './try-degenerate.ts'

/**
 * Servers that do nothing, or the same to everything: no check that claims behaviour may pass. The vendor with the
 * fewest checks is asked here; `orgproof selftest` asks all of them.
 */
const few: readonly VendorId[] = ['codearts']

const scenarios = await loadScenarios()

describe.each(few)('%s', async (id) => {
  const vendor = await loadVendor(id)
  const asker = askerOf(vendor, scenarios)
  test.each(degeneratesOf(vendor))('$name passes for nothing', async (degenerate) => {
    const { server, ...found } = await tryDegenerate(asker, degenerate)
    expect(server).toBe(degenerate.name)
    expect(found).toEqual({ passed: [], errors: [], conformant: false })
  })
})
