import type { CampaignOrder } from '../../harness/mutants/campaign-order.ts'
import { campaign } from '../../harness/mutants/campaign.ts'
import { mutantReport, type MutantReport } from '../../harness/mutants/mutant-report.ts'
import { askerOf } from '../../harness/selftest/ask-server.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { openTeller } from './told.ts'

// A process of its own: whatever a mutant does to it, the program that started it goes on.

const teller = openTeller<MutantReport>()
const { vendor, ...selection } = JSON.parse(process.argv[2] ?? '') as CampaignOrder
const asker = askerOf(await loadVendor(vendor), await loadScenarios())
const found = await campaign(asker, {
  ...selection,
  tried: ({ mutant }, count, of) => teller.tried(mutant.id, count, of),
})
teller.report(mutantReport(found))
