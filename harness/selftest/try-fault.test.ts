import { expect, test } from 'vitest'

import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import type { Fault } from '../../endpoint/fault.ts'
import { startEndpoint } from '../../endpoint/server.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { askServer, askerOf } from './ask-server.ts'
import { controlFault } from './selftest.ts'
import { tryFault } from './try-fault.ts'

// A handful; `orgproof selftest` tries them all.

const faults = await loadFaults()
const asker = askerOf(await loadVendor('aws'), await loadScenarios())

test.each([
  controlFault,
  'accept-joins-nobody',
  'created-account-is-no-member',
  'duplicate-unit-names-allowed',
  'last-page-has-token',
  'reason-wrong',
  'signature-not-checked',
])('%s is killed by a check that speaks of it', async (name) => {
  const fault = faults.find((one) => one.name === name)
  if (fault === undefined) throw new Error(`there is no fault ${name}`)
  expect((await tryFault(asker, fault)).outcome).toBe('killed')
})

test('a forged call that is believed is seen where it can be made only once', async () => {
  const fault = faults.find(({ name }) => name === 'signature-not-checked')
  if (fault === undefined) throw new Error('there is one')
  const codearts = askerOf(await loadVendor('codearts'), await loadScenarios())
  expect((await tryFault(codearts, fault)).outcome).toBe('killed')
})

test('an endpoint that reads no tokens of ours is not praised for refusing them', async () => {
  const vendor = await loadVendor('codearts')
  const stranger: Fault = {
    name: 'tokens-of-its-own',
    description: 'reads tokens of its own only',
    breaks: {},
    alter: ({ verify }) => ({
      verify: async (message, serving) =>
        message.headers['x-auth-token'] === undefined
          ? verify(message, serving)
          : { problem: 'wire.invalid-token', detail: 'none of its own' },
    }),
  }
  const options = { port: 0, clock: Date.now, random: Math.random, fault: stranger }
  const codearts = askerOf(vendor, await loadScenarios())
  const ids = ['future-token', 'expired-token', 'expired'].map(
    (what) => `protocol/codearts/signature/${what}`,
  )
  const judged = await askServer(codearts, await startEndpoint(vendor, options), (session) =>
    Promise.all(ids.map((id) => session.judged(id))),
  )
  expect(judged.map(({ verdict }) => verdict)).toEqual(['untestable', 'untestable', 'pass'])
})
