import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { TallyCounts } from '../client/tally.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { busyCase } from './busy-case.ts'
import type { CaseContext } from './case-context.ts'

const vendor = await loadVendor('aws')

/** What the case decides after so many calls. */
const judge = async (counts: TallyCounts, swamped = false): Promise<Judgement | undefined> => {
  let judged: Judgement | undefined
  const client = { counts: () => counts, isSwamped: () => swamped }
  const record = (_: string, judgement: Judgement): void => void (judged = judgement)
  await busyCase(vendor).run({ client, decided: new Map(), record } as unknown as CaseContext)
  return judged
}

const none = { throttled: 0, unclear: 0, lost: 0 }

test('what was answered only when repeated is told with what came before', async () => {
  const flaky = { ...none, throttled: 1009, lost: 3 }
  expect(await judge({ calls: 9856, answers: 9856, flaky, busy: 2000 })).toMatchObject({
    verdict: 'pass',
    received: 'repeated: 1,012 of 9,856 calls (throttled 1,009, lost 3)',
  })
})

test('where nothing was repeated, nothing is told of it', async () => {
  const judged = await judge({ calls: 100, answers: 100, flaky: none, busy: 0 })
  expect(judged).toEqual({ verdict: 'pass', exchanges: [] })
})

test('an endpoint that was only busy is not judged', async () => {
  const judged = await judge({ calls: 20, answers: 0, flaky: none, busy: 160 }, true)
  expect(judged?.verdict).toBe('inconclusive')
  expect(judged?.reason).toMatch(/160 to 20 calls/u)
})

test('of an endpoint that did not answer at all nothing is known', async () => {
  const judged = await judge({ calls: 20, answers: 0, flaky: { ...none, lost: 20 }, busy: 0 })
  expect(judged).toMatchObject({ verdict: 'untestable', reason: 'nothing was answered' })
})
