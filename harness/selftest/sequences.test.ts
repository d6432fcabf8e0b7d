import { expect, test } from 'vitest'

import { answeredInvitationAccepted } from '../../endpoint/faults/answered-invitation-accepted.ts'
import { leavingKeepsTags } from '../../endpoint/faults/leaving-keeps-tags.ts'
import { movingBringsTheFirstNameBack } from '../../endpoint/faults/moving-brings-the-first-name-back.ts'
import { knownVendors } from '../../specs/vendors/load-vendor.ts'
import { askSequences } from './ask-sequences.ts'
import { stepsOf } from './steps-of.ts'

// Random sequences find what only a series of calls shows; sequences.campaign.test.ts looks for more, and for longer.

test.each(knownVendors)('%s: the honest endpoint agrees with the rules', async (vendor) => {
  const judged = await askSequences({ vendor, seed: 14, extent: { count: 2, steps: 10 } })
  expect(judged.length).toBeGreaterThan(0)
  for (const { id, verdict, reason } of judged)
    expect([id, verdict, reason]).toEqual([id, 'pass', undefined])
})

test.each([
  { vendor: 'aws', property: 'tags-follows-the-rules', fault: leavingKeepsTags },
  { vendor: 'aws', property: 'membership-follows-the-rules', fault: answeredInvitationAccepted },
  { vendor: 'tencent', property: 'tree-follows-the-rules', fault: movingBringsTheFirstNameBack },
] as const)('$vendor: sequences find $fault.name', async (planted) => {
  const [found] = await askSequences({ ...planted, extent: { count: 60, steps: 16 } })
  expect(found).toMatchObject({ verdict: 'fail' })
  expect(stepsOf(found)).toBeLessThanOrEqual(8)
})

test('the same seed finds the same', async () => {
  const order = {
    vendor: 'aws',
    property: 'tags-follows-the-rules',
    fault: leavingKeepsTags,
  } as const
  const extent = { count: 60, steps: 16 }
  const [[one], [other]] = [
    await askSequences({ ...order, extent }),
    await askSequences({ ...order, extent }),
  ]
  expect(one?.reason).toEqual(other?.reason)
})
