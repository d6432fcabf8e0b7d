import { expect, test } from 'vitest'

import type { Fault } from '../../endpoint/fault.ts'
import { startEndpoint } from '../../endpoint/server.ts'
import { countedByOne, otherEnds, otherPages } from '../../endpoint/testing/pages-otherwise.ts'
import { underTest } from '../../specs/vendor/under-test.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { sleep } from '../../suites/client/stop.ts'
import { casesFor } from '../../suites/runner/cases-for.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { openSession } from '../../suites/runner/session.ts'
import { judgeAll, targetAt } from './ask-server.ts'

// Whoever reads a list reads all of it, however it comes: stories, laws and questions about pages say the same.

const scenarios = await loadScenarios()

const asks = /^(scenario|law)\/|\/paging\//u

/** The checks that read lists and do not pass at an endpoint that answers them in some other way. */
const doubts = async (id: VendorId, alter: Fault['alter']): Promise<readonly string[]> => {
  const vendor = underTest(await loadVendor(id))
  const fault = { name: 'lists-otherwise', description: 'lists otherwise', breaks: {}, alter }
  const options = { port: 0, clock: Date.now, random: Math.random, fault }
  const endpoint = await startEndpoint(vendor, options)
  const session = openSession({
    vendor,
    target: targetAt(vendor, endpoint.url),
    scenarios,
    cases: casesFor(vendor, scenarios),
    selected: (check) => asks.test(check.id),
    seed: 1,
    nonce: 1n,
    now: Date.now,
    pause: sleep,
  })
  const judged = await judgeAll(session)
  await session.close()
  await endpoint.close()
  expect(judged.length).toBeGreaterThan(100)
  return judged
    .filter(({ verdict }) => verdict !== 'pass' && verdict !== 'absent')
    .map((one) => `${one.verdict} ${one.id} ${one.reason ?? ''}`)
}

test.each<readonly [string, VendorId, Fault['alter']]>([
  ['empty pages first, between and last, and short ones', 'aws', otherPages],
  ['empty pages first, between and last, and short ones', 'huawei', otherPages],
  ['an empty text for the last token', 'aws', otherEnds('')],
  ['null for the last token', 'huawei', otherEnds(null)],
  ['pages of one entry unless another size is asked for, counted', 'tencent', countedByOne],
])('%s: %s', async (_, id, alter) => {
  expect(await doubts(id, alter)).toEqual([])
})
