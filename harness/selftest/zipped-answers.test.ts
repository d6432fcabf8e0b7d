import { expect, test } from 'vitest'

import { startEndpoint } from '../../endpoint/server.ts'
import { gzipAnswers } from '../../endpoint/variants/gzip-answers.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { askerOf, askServer, hasty, judgeAll } from './ask-server.ts'

test('the suite is one of those that accept gzip: an endpoint that answers in it is seen to', async () => {
  const vendor = await loadVendor('codearts')
  const asker = hasty(askerOf(vendor, await loadScenarios()))
  const parts = { port: 0, clock: Date.now, random: Math.random, variants: [gzipAnswers] }
  let zipped = 0
  const judged = await askServer(asker, await startEndpoint(vendor, parts), async (session) => {
    session.transcript.listen(({ answer }) => {
      if (answer?.headers['content-encoding'] === 'gzip' && answer.body !== '') zipped += 1
    })
    return judgeAll(session)
  })
  expect(zipped).toBeGreaterThan(50)
  expect(judged.filter(({ verdict }) => verdict !== 'pass')).toEqual([])
})
