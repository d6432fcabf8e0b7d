import { describe, expect, test } from 'vitest'

import { underTest } from '../specs/vendor/under-test.ts'
import { vendorIds, type Vendor } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { openVisit } from './testing/open-visit.ts'
import { loadVariants } from './variant-kit/load-variants.ts'
import type { KnownVariant } from './variant.ts'

/** Every variant, looked at in each vendor that it names: what the quiet endpoint shows, and what this one shows instead. */
const variants = await loadVariants()

const sightOf = async (vendor: Vendor, variant: KnownVariant, made: readonly KnownVariant[]) => {
  const visit = openVisit(vendor, undefined, made)
  return { shown: await variant.seen.at(visit), troubles: visit.troubles() }
}

/** A public source that is no row of a register names where it stands: a document, and a place in it. */
const publicRule = / .*(?:section \d|, )/u

describe.each(vendorIds)('the variants of %s', async (id) => {
  const vendor = underTest(await loadVendor(id))
  const ofVendor = variants.filter(({ evidence }) => evidence[id] !== undefined)

  test.each(ofVendor)('$name can be seen, and is no trouble', async (variant) => {
    const { quiet, varied } = variant.seen
    expect(await sightOf(vendor, variant, [])).toEqual({ shown: quiet, troubles: [] })
    expect(await sightOf(vendor, variant, [variant])).toEqual({ shown: varied, troubles: [] })
  })

  test('every variant names somebody who says that it is right', () => {
    const rows = [...vendor.observed, ...vendor.requirements].map((row) => row.id)
    // where no fact of a vendor is entered, there is nothing yet to hold their ids against
    const isRow = (who: string): boolean =>
      rows.includes(who) || (vendor.observed.length === 0 && /^[OHTC]\d+$/u.test(who))
    for (const { name, evidence } of ofVendor) {
      expect(evidence[id], name).not.toEqual([])
      const unknown = evidence[id]?.filter((who) => !isRow(who) && !publicRule.test(who))
      expect(unknown, name).toEqual([])
    }
  })
})

test('every description is one clause in the present tense', () => {
  for (const { description } of variants) expect(description).toMatch(/^[a-z]+s .*[^.]$/u)
})

test('every variant names a vendor, and shows something else than a quiet endpoint', () => {
  for (const { name, evidence, seen } of variants) {
    expect(Object.keys(evidence), name).not.toEqual([])
    expect(seen.varied, name).not.toEqual(seen.quiet)
  }
})
