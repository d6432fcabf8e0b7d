import { expect } from 'vitest'

import type { VendorId } from '../../../specs/vendor/vendor.ts'
import { loadVendor } from '../../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../../suites/runner/load-scenarios.ts'
import { askerOf } from '../../selftest/ask-server.ts'
import { inShare } from '../../selftest/share-of-cases.ts'
import { campaign } from '../campaign.ts'
import { mutantReportText, survivorText } from '../mutant-report-text.ts'
import { mutantReport } from '../mutant-report.ts'

/** Which mutants of a vendor are tried, and how many of 100 have to be noticed, warnings counted. */
export interface Sample {
  readonly sample: number
  readonly least: number
  /** into how many parts the cases are divided, of which one is asked; all of them are unless said */
  readonly parts?: number
}

/** The messages that nobody asks for take as long as the cases. */
const besides = 400

/** Tries some mutants of a vendor: the control dies, nothing is left behind, and enough of them are noticed. */
export async function expectNoticed(
  vendor: VendorId,
  { sample, least, parts = 1 }: Sample,
): Promise<void> {
  const all = askerOf(await loadVendor(vendor), await loadScenarios())
  const isAsked = inShare(1, { part: 0, of: parts })
  const cases = all.cases.filter(({ checks: [check], after }) => {
    return after !== undefined || (check !== undefined && isAsked(check, {}))
  })
  const report = mutantReport(
    await campaign({ ...all, cases }, { sample, seed: 1, ...(parts > 1 && { besides }) }),
  )
  expect(report.void).toEqual([])
  // of a part of the cases many declarations speak of what none of it comes by
  if (parts === 1) expect(report.wronglyDeclared).toEqual([])
  const told = [mutantReportText(report), ...report.survivors.map(survivorText)].join('\n\n')
  expect(report.all.rateWithWarnings, told).toBeGreaterThanOrEqual(least)
}
