import type { Selection } from '../../reports/results/results.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Target } from '../../suites/client/target.ts'

/** A target that may still lack its endpoint (the embedded one gets it when it listens), its vendor, its region. */
export type TargetPlan = Omit<Target, 'vendor' | 'endpoint' | 'region'> & {
  readonly vendor?: VendorId
  readonly endpoint?: string
  readonly region?: string
}

/** How a run goes about what it asks. */
export interface RunManner {
  /** so many checks that come to `fail` end the run: nothing new is begun; they never do when absent */
  readonly failFast?: number
  /** whether an archive with everything that a verdict rests on is written, too; none is when absent */
  readonly evidence?: boolean
  /** whether pseudonyms stand in every output for ids of accounts and organizations and addresses of people */
  readonly pseudonymise?: boolean
}

/** A run that can be started. */
export interface RunPlan extends RunManner {
  readonly vendors: readonly VendorId[]
  readonly target: TargetPlan
  readonly selection: Selection
  readonly seed: number
  /** the hash of the plan that whoever starts it agreed to; off loopback nothing is written without one */
  readonly agreed?: string
}
