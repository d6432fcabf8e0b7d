import type { Fault } from '../../endpoint/fault.ts'
import { startEndpoint } from '../../endpoint/server.ts'
import { underTest } from '../../specs/vendor/under-test.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Case } from '../../suites/case/case.ts'
import type { Extent } from '../../suites/case/extent.ts'
import { sequenceCases } from '../../suites/sequences/sequence-cases.ts'
import { basisFinder } from '../../suites/verdict/basis.ts'
import { globMatcher } from '../../suites/verdict/glob.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { askServer, hasty, judgeAll } from './ask-server.ts'
import { seededRandom } from './seeded-random.ts'
import { openSharedClock } from './shared-clock.ts'

/** What is asked of the embedded endpoint by sequences alone. */
export interface SequenceOrder {
  readonly vendor: VendorId
  /** the property; each of them unless said */
  readonly property?: string
  readonly seed?: number
  readonly extent: Extent
  readonly fault?: Fault
}

const isAbout = (property: string): ((one: Case) => boolean) => {
  const fits = globMatcher(`sequence/*/${property}`)
  return ({ checks }) => checks.some(({ id }) => fits(id))
}

/** Asks sequences of the embedded endpoint, in a time of its own. */
export async function askSequences(order: SequenceOrder): Promise<readonly JudgedCheck[]> {
  const { property = '*', seed = 1, extent, fault } = order
  const vendor = underTest(await loadVendor(order.vendor))
  const cases = sequenceCases(vendor, basisFinder(vendor)).filter(isAbout(property))
  const clock = openSharedClock()
  const endpoint = await startEndpoint(vendor, {
    port: 0,
    clock: clock.now,
    pause: clock.answering,
    random: seededRandom(seed, order.vendor),
    movable: true,
    ...(fault && { fault }),
  })
  const asker = hasty({ vendor, scenarios: [], cases, seed, clock })
  return askServer({ ...asker, sequences: extent }, endpoint, judgeAll)
}
