import type { Vendor } from '../specs/vendor/vendor.ts'
import { loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Case } from '../suites/case/case.ts'
import { casesFor } from '../suites/runner/cases-for.ts'
import { loadScenarios } from '../suites/runner/load-scenarios.ts'
import type { MayAsk } from '../suites/runner/selection.ts'
import type { Problem } from './problem.ts'
import { readVendorIds } from './read-vendor-ids.ts'

/** What is asked of a vendor's API. */
export interface Questions {
  readonly vendor: Vendor
  readonly cases: readonly Case[]
}

/**
 * Every case for the vendors named, or for all that are built in; those that `mayAsk` rules out are left out. Ids do not
 * depend on the seed.
 */
export async function allCases(
  names: readonly string[],
  mayAsk?: MayAsk,
): Promise<readonly Questions[] | readonly Problem[]> {
  const ids = readVendorIds(names)
  if ('problems' in ids) return ids.problems
  const scenarios = await loadScenarios(mayAsk)
  return Promise.all(
    ids.vendors.map(async (id) => {
      const vendor = await loadVendor(id)
      return { vendor, cases: casesFor(vendor, scenarios, mayAsk) }
    }),
  )
}

/** Whether the questions could be had. */
export function areQuestions(
  found: readonly Questions[] | readonly Problem[],
): found is readonly Questions[] {
  return found.every((one) => 'vendor' in one)
}
