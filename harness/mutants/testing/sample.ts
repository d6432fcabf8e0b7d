import { expect } from 'vitest'

import type { VendorId } from '../../../specs/vendor/vendor.ts'
import { loadVendor } from '../../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../../suites/runner/load-scenarios.ts'
import { askerOf } from '../../selftest/ask-server.ts'
import { campaign } from '../campaign.ts'
import { mutantReportText, survivorText } from '../mutant-report-text.ts'
import { mutantReport } from '../mutant-report.ts'

/** How many mutants of a vendor are tried, and how many of 100 have to be noticed, warnings counted. */
export interface Sample {
  readonly sample: number
  readonly least: number
}

/** Tries some mutants of a vendor: the control dies, nothing is left behind, and enough of them are noticed. */
export async function expectNoticed(vendor: VendorId, { sample, least }: Sample): Promise<void> {
  const asker = askerOf(await loadVendor(vendor), await loadScenarios())
  const report = mutantReport(await campaign(asker, { sample, seed: 1 }))
  expect(report.void).toEqual([])
  expect(report.wronglyDeclared).toEqual([])
  const told = [mutantReportText(report), ...report.survivors.map(survivorText)].join('\n\n')
  expect(report.all.rateWithWarnings, told).toBeGreaterThanOrEqual(least)
}
