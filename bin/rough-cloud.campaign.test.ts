import { describe, expect, test } from 'vitest'

import { cloudManners } from '../endpoint/cloud/cloud-manner.ts'
import { cloudVendors } from '../endpoint/cloud/cloud.ts'
import { differencesOf } from '../harness/selftest/differences.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import { askCloud } from './testing/ask-cloud.ts'

/** Everything, at clouds that are usual and rough, for several seeds: no verdict but that of the quiet one. */

const scenarios = await loadScenarios()
const seeds = [1, 2, 3, 4]

/** By which of two readings a refusal is right may depend on what was seen by then; it passes by either. */
const isVerdict = (difference: string): boolean => !/^(?:service|document) /u.test(difference)

describe.each(cloudVendors)('a cloud of %s', async (id) => {
  const vendor = await loadVendor(id)
  const asking = { vendor, scenarios }
  const quiet = askCloud({ ...asking, manner: cloudManners.quiet, seed: 0 })

  test.each((['usual', 'rough'] as const).flatMap((name) => seeds.map((seed) => ({ name, seed }))))(
    'that is $name, by seed $seed',
    async ({ name, seed }) => {
      const known = new Map((await quiet).judged.map((check) => [check.id, check]))
      const asked = await askCloud({ ...asking, manner: cloudManners[name], seed })
      const { judged, left, before, after, troubles, requests, seconds } = asked
      const { falseAlarms, undeclared, inconclusive } = differencesOf({}, judged, known)
      const open = `${inconclusive} of ${judged.length} inconclusive`
      console.log(`${id} ${name} ${seed}: ${requests} requests, ${Math.round(seconds)} s, ${open}`)
      expect({ falseAlarms, wrong: undeclared.filter(isVerdict) }).toEqual({
        falseAlarms: [],
        wrong: [],
      })
      expect(inconclusive).toBeLessThanOrEqual(judged.length / 100)
      expect({ left, troubles, after }).toEqual({ left: [], troubles: [], after: before })
    },
  )
})
