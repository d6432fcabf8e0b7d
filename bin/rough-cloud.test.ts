import { describe, expect, test } from 'vitest'

import { cloudManners } from '../endpoint/cloud/cloud-manner.ts'
import { cloudVendors } from '../endpoint/cloud/cloud.ts'
import { makePlan } from '../harness/plan/make-plan.ts'
import type { Plan } from '../harness/plan/plan.ts'
import { differencesOf } from '../harness/selftest/differences.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import { selectedBy } from '../suites/runner/selection.ts'
import { askCloud, cloudTargetAt } from './testing/ask-cloud.ts'

// A part of the cases under 30 % throttling, resets before and after, and two seconds of lag; the campaign asks all.

const scenarios = await loadScenarios()
const seed = 1
const selection = { only: [], axes: [], shard: { of: 16, part: 3 } }
const selected = selectedBy(selection)

/** By which of two readings a refusal is right may depend on what was seen by then; it passes by either. */
const isVerdict = (difference: string): boolean => !/^(?:service|document) /u.test(difference)

describe.each(cloudVendors)('a rough cloud of %s', async (id) => {
  const vendor = await loadVendor(id)
  const ask = (manner: 'quiet' | 'rough', bounds?: Plan['writes']) => {
    const bounded = bounds && { bounds }
    return askCloud({
      vendor,
      scenarios,
      manner: cloudManners[manner],
      seed,
      selected,
      ...bounded,
    })
  }

  test('gets the verdicts of a quiet one within its plan, and is left as it was found', async () => {
    const target = cloudTargetAt(vendor, new URL('http://127.0.0.1:1'))
    const { writes } = await makePlan({ vendor, target, selection, seed })
    const quiet = await ask('quiet')
    const rough = await ask('rough', writes)
    expect(rough.judged.length).toBeGreaterThan(60)
    expect(rough.requests).toBeGreaterThan(quiet.requests * 1.3)
    const known = new Map(quiet.judged.map((check) => [check.id, check]))
    const { falseAlarms, undeclared, inconclusive } = differencesOf({}, rough.judged, known)
    expect({ falseAlarms, wrong: undeclared.filter(isVerdict) }).toEqual({
      falseAlarms: [],
      wrong: [],
    })
    expect(inconclusive).toBeLessThanOrEqual(rough.judged.length / 100)
    for (const { left, before, after, troubles } of [quiet, rough]) {
      expect({ left, troubles, after }).toEqual({ left: [], troubles: [], after: before })
    }
  })
})
