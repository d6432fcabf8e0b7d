import { availableParallelism } from 'node:os'

import { fullSamples, type CampaignOrder } from '../../harness/mutants/campaign-order.ts'
import type { MutantReport } from '../../harness/mutants/mutant-report.ts'
import type { SelftestOrder } from '../../harness/selftest/selftest-order.ts'
import type { SelftestReport } from '../../harness/selftest/selftest-report.ts'
import { someAtATime } from '../../harness/selftest/some-at-a-time.ts'
import { runProcess } from './run-process.ts'

/** What every process came to, in the order of what was asked. */
export interface Selftests {
  readonly reports: readonly SelftestReport[]
  readonly mutants: readonly MutantReport[]
}

/**
 * Asks the suite about itself, each vendor in a process of its own and its mutants in another, as many at a time as there are
 * cores; hears a line whenever something was tried. Rejects where one of them hangs or fails.
 */
export async function runSelftests(
  orders: readonly SelftestOrder[],
  { mutants, tell }: { readonly mutants: boolean; readonly tell: (line: string) => void },
): Promise<Selftests> {
  const reports: Promise<SelftestReport>[] = []
  const found: Promise<MutantReport>[] = []
  // what takes longest comes first: the mutants of a vendor, and the vendors as they are listed
  const jobs = orders.flatMap((order, index) => [
    ...(mutants ? [() => (found[index] = tryMutants(campaignOf(order.vendor), tell))] : []),
    () => (reports[index] = askVendor(order, tell)),
  ])
  await someAtATime<() => Promise<unknown>, unknown>(jobs, availableParallelism(), (job) => job())
  return { reports: await Promise.all(reports), mutants: await Promise.all(found) }
}

const campaignOf = (vendor: CampaignOrder['vendor']): CampaignOrder => ({
  vendor,
  sample: fullSamples[vendor],
  seed: 1,
})

const tryMutants = (order: CampaignOrder, tell: (line: string) => void): Promise<MutantReport> =>
  runProcess({
    file: 'campaign-process',
    work: `try mutants of ${order.vendor}`,
    order,
    tried: ({ count, of }) => tell(`${order.vendor}: ${count} of ${of ?? order.sample} mutants`),
  })

const askVendor = (order: SelftestOrder, tell: (line: string) => void): Promise<SelftestReport> =>
  runProcess({
    file: 'selftest-process',
    work: `ask the suite about ${order.vendor}`,
    order,
    tried: ({ name, count }) =>
      tell(`${order.vendor}: ${count} servers asked, the last is ${name}`),
  })
