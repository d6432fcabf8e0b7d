import { describe, expect, test } from 'vitest'

import { cloudManners } from '../endpoint/cloud/cloud-manner.ts'
import { cloudVendors } from '../endpoint/cloud/cloud.ts'
import { differencesOf } from '../harness/selftest/differences.ts'
import { inShare } from '../harness/selftest/share-of-cases.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import { askCloud } from './testing/ask-cloud.ts'

// A part of the cases under 30 % throttling, resets before and after, and two seconds of lag; the campaign asks all.

const scenarios = await loadScenarios()
const seed = 1
const selected = inShare(seed, { of: 16, part: 3 })

describe.each(cloudVendors)('a rough cloud of %s', async (id) => {
  const vendor = await loadVendor(id)
  const ask = (manner: 'quiet' | 'rough') =>
    askCloud({ vendor, scenarios, manner: cloudManners[manner], seed, selected })

  test('gets the verdicts of a quiet one, and is left as it was found', async () => {
    const quiet = await ask('quiet')
    const rough = await ask('rough')
    expect(rough.judged.length).toBeGreaterThan(60)
    expect(rough.requests).toBeGreaterThan(quiet.requests * 1.3)
    const known = new Map(quiet.judged.map((check) => [check.id, check]))
    const { falseAlarms, undeclared, inconclusive } = differencesOf({}, rough.judged, known)
    expect({ falseAlarms, undeclared }).toEqual({ falseAlarms: [], undeclared: [] })
    expect(inconclusive).toBeLessThanOrEqual(rough.judged.length / 100)
    for (const { left, before, after, troubles } of [quiet, rough]) {
      expect({ left, troubles, after }).toEqual({ left: [], troubles: [], after: before })
    }
  })
})
