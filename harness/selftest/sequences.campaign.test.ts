import { expect, test } from 'vitest'

import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import { knownVendors } from '../../specs/vendors/load-vendor.ts'
import { askSequences } from './ask-sequences.ts'
import { stepsOf } from './steps-of.ts'

const faults = await loadFaults()

/** What only a series of calls shows, and the property that it breaks. */
const planted = [
  ['aws', 'policies', 'deleted-unit-stays-a-target'],
  ['aws', 'policies', 'disabled-type-keeps-its-targets'],
  ['aws', 'policies', 'effective-policy-not-inherited'],
  ['aws', 'policies', 'detaching-ends-every-attachment'],
  ['aws', 'policies', 'moving-detaches'],
  ['aws', 'tags', 'leaving-keeps-tags'],
  ['aws', 'tags', 'renaming-clears-tags'],
  ['aws', 'services', 'refounding-keeps-trust'],
  ['aws', 'services', 'delegate-can-be-removed'],
  ['aws', 'services', 'second-delegation-replaces-the-first'],
  ['aws', 'membership', 'answered-invitation-accepted'],
  ['aws', 'membership', 'leave-keeps-membership'],
  ['aws', 'tree', 'deleted-unit-names-stay-taken'],
  ['huawei', 'tags', 'leaving-keeps-tags'],
  ['huawei', 'services', 'last-delegation-unlisted'],
  ['tencent', 'tree', 'displaced-account-stays'],
  ['tencent', 'tree', 'moving-brings-the-first-name-back'],
] as const

test.each(planted)('%s: sequences of %s find %s in at most 8 steps', async (vendor, area, name) => {
  const fault = faults.find((one) => one.name === name)
  if (fault === undefined) throw new Error(`there is no fault ${name}`)
  const property = `${area}-follows-the-rules`
  const began = performance.now()
  const [found] = await askSequences({ vendor, property, fault, extent: { count: 100, steps: 16 } })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(
    `${vendor} ${name}: ${found?.verdict}, ${stepsOf(found)} steps, ${seconds} s\n  ${found?.reason}\n`,
  )
  expect(found).toMatchObject({ verdict: 'fail' })
  expect(stepsOf(found)).toBeLessThanOrEqual(8)
})

test.each(knownVendors)('%s: 200 sequences of 30 steps agree with the rules', async (vendor) => {
  const began = performance.now()
  const property = 'answers-follow-the-rules'
  const [judged] = await askSequences({ vendor, property, extent: { count: 200, steps: 30 } })
  process.stdout.write(
    `${vendor}: 200 × 30 in ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
  )
  expect(judged).toMatchObject({ verdict: 'pass' })
})

test.each(knownVendors)('%s: sequences of every property agree with the rules', async (vendor) => {
  const judged = await askSequences({ vendor, seed: 3, extent: { count: 40, steps: 30 } })
  for (const { id, verdict, reason } of judged)
    expect([id, verdict, reason]).toEqual([id, 'pass', undefined])
})
