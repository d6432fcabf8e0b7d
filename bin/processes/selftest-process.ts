import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import { loadVariants } from '../../endpoint/variant-kit/load-variants.ts'
import { askerOf } from '../../harness/selftest/ask-server.ts'
import type { SelftestOrder } from '../../harness/selftest/selftest-order.ts'
import type { SelftestReport } from '../../harness/selftest/selftest-report.ts'
import { controlFault, depthFor, selftest } from '../../harness/selftest/selftest.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { openTeller } from './told.ts'

// A process of its own, so that vendors are asked side by side.

/** Servers at a time: they share one thread, but some cases wait. */
const concurrency = 8

const teller = openTeller<SelftestReport>()
const order = JSON.parse(process.argv[2] ?? '') as SelftestOrder
const known = (await loadFaults()).filter(({ breaks }) => breaks[order.vendor] !== undefined)
const control = known.find(({ name }) => name === controlFault)
if (control === undefined)
  throw new Error(`${order.vendor} can not have the control fault ${controlFault}`)
const variants = (await loadVariants()).filter(({ name }) => order.variants.includes(name))
let count = 0
teller.report(
  await selftest({
    asker: askerOf(await loadVendor(order.vendor), await loadScenarios()),
    faults: known.filter(({ name }) => order.faults.includes(name)),
    variants,
    known,
    control,
    depth: depthFor(variants.length, order.full),
    concurrency,
    tried: (server) => teller.tried(server, (count += 1)),
  }),
)
