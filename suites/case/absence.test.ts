import { describe, expect, test } from 'vitest'

import { vendorIds } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Target } from '../client/target.ts'
import { absence, absenceCitations } from './absence.ts'

const nothing = { absent: {} } as unknown as Target

describe.each(vendorIds)('what %s does not offer', async (id) => {
  const vendor = await loadVendor(id)
  const lacked = Object.entries(vendor.profile.absent)

  test.each(lacked)('%s, and who says so', (feature, { reason, evidence }) => {
    const needs = [feature] as Parameters<typeof absence>[1]
    expect(absence({ vendor, target: nothing }, needs)).toEqual({
      verdict: 'absent',
      code: feature,
      reason,
      exchanges: [],
    })
    expect(absenceCitations(vendor, needs)).toEqual(evidence)
  })
})

test('what the owner of a target declares, no evidence of the vendor stands behind', async () => {
  const vendor = await loadVendor('aws')
  const target = { absent: { tags: 'not built yet' } } as unknown as Target
  expect(absence({ vendor, target }, ['units', 'tags'])).toMatchObject({ code: 'tags' })
  expect(absenceCitations(vendor, ['units', 'tags'])).toEqual([])
})
