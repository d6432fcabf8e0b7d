import { expect, test } from 'vitest'

import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { casesFor } from '../../suites/runner/cases-for.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { caseInId } from './case-in-id.ts'

test.each([
  ['contract/aws/CreatePolicy/Name/max-length/above/code', 'contract/aws/CreatePolicy'],
  ['scenario/unit-rename/renamed/code', 'scenario/unit-rename'],
  ['law/pages-join/units', 'law/pages-join'],
])('%s belongs to %s', (id, name) => {
  expect(caseInId(id)).toBe(name)
})

test.each(knownVendors)('every check of %s has the case that its id names', async (id) => {
  const cases = casesFor(await loadVendor(id), await loadScenarios())
  const other = cases.flatMap((one) => one.checks.filter((check) => caseInId(check.id) !== one.id))
  expect(other.map((check) => check.id)).toEqual([])
})
