import { expect, test } from 'vitest'

import { loadFaults } from '../../endpoint/load-faults.ts'
import { loadVendor } from '../../specs/vendors.ts'
import { loadScenarios } from '../../suites/load-scenarios.ts'
import { askerOf } from './ask-server.ts'
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
  expect((await tryFault(asker, fault)).fate).toBe('killed')
})

test('a forged call that is believed is seen where it can be made only once', async () => {
  const fault = faults.find(({ name }) => name === 'signature-not-checked')
  if (fault === undefined) throw new Error('there is one')
  const codearts = askerOf(await loadVendor('codearts'), await loadScenarios())
  expect((await tryFault(codearts, fault)).fate).toBe('killed')
})
