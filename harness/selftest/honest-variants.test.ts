import { describe, expect, test } from 'vitest'

import { loadVariants } from '../../endpoint/variant-kit/load-variants.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { seedOf } from '../../suites/case/seed-of.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { askerOf } from './ask-server.ts'
import { askVariant } from './ask-variant.ts'
import { inShare } from './share-of-cases.ts'
import { tryHonest } from './try-honest.ts'

// Some endpoints of other make that are right all the same; `orgproof selftest` asks all of them.

const most = 3
const share = { of: 10, part: 0 }
const variants = await loadVariants()
const scenarios = await loadScenarios()

/** The seed chooses which. */
const someOf = (id: VendorId, seed: number) =>
  variants
    .filter(({ evidence }) => evidence[id] !== undefined)
    .toSorted((one, other) => seedOf(seed, one.name) - seedOf(seed, other.name))
    .slice(0, most)

describe.each(knownVendors)('an endpoint of %s of other make', async (id) => {
  const asker = askerOf(await loadVendor(id), scenarios)

  test('is not blamed, and gives no other answers than it says', async () => {
    const { quiet } = await tryHonest({ ...asker, selected: inShare(asker.seed, share) })
    const chosen = someOf(id, asker.seed)
    expect(chosen).toHaveLength(most)
    for (const variant of chosen) {
      const found = await askVariant({ asker, variant, quiet, share, faults: [], most: 0 })
      const { asked, falseAlarms, undeclared, inconclusive, troubles } = found
      expect(asked, variant.name).toBeGreaterThan(0)
      expect({ falseAlarms, undeclared, troubles }, variant.name).toEqual({
        falseAlarms: [],
        undeclared: [],
        troubles: [],
      })
      expect(inconclusive, variant.name).toBeLessThanOrEqual(asked / 100)
    }
  })
})
