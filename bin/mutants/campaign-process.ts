import type { CampaignOrder } from '../../harness/mutants/campaign-order.ts'
import { campaign } from '../../harness/mutants/campaign.ts'
import { mutantReport, type MutantReport } from '../../harness/mutants/mutant-report.ts'
import { askerOf } from '../../harness/selftest/ask-server.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'

/** What a process tells: every trial, and the report at its end. */
export type Told =
  | { readonly kind: 'tried'; readonly mutant: string; readonly count: number; readonly of: number }
  | { readonly kind: 'report'; readonly report: MutantReport }

// A process of its own: whatever a mutant does to it, the program that started it goes on.

const tell = (told: Told): void => void process.send?.(told)

const { vendor, ...selection } = JSON.parse(process.argv[2] ?? '') as CampaignOrder
const asker = askerOf(await loadVendor(vendor), await loadScenarios())
const found = await campaign(asker, {
  ...selection,
  tried: ({ mutant }, count, of) => tell({ kind: 'tried', mutant: mutant.id, count, of }),
})
tell({ kind: 'report', report: mutantReport(found) })
process.disconnect()
