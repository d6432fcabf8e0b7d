import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Case } from '../../suites/case/case.ts'
import type { Scenario } from '../../suites/dsl/scenario.ts'
import type { Axis, JudgedCheck } from '../../suites/verdict/verdict.ts'
import type { MatrixEndpoint } from './matrix.ts'

/** A vendor, and what the suite asks of its API. */
export interface VendorSource {
  readonly vendor: Vendor
  readonly cases: readonly Pick<Case, 'id' | 'checks' | 'needs' | 'after'>[]
}

/** A scenario or law as a matrix names it. */
export type Story = Pick<Scenario, 'id' | 'kind' | 'title' | 'needs'>

/** What is known of one check at one endpoint; without an axis when only a suite of another time asked it. */
export interface Observed extends Pick<
  JudgedCheck,
  'id' | 'case' | 'verdict' | 'level' | 'feature' | 'refusal' | 'citations'
> {
  readonly axis?: Axis
  /** how many checks it stands for; one unless said */
  readonly times?: number
}

/** What a results.json or a baseline says of an endpoint. */
export interface EndpointSource extends Omit<MatrixEndpoint, 'axes'> {
  readonly observed: readonly Observed[]
}

/** Everything a matrix is made of. */
export interface MatrixSources {
  readonly suite: string
  readonly vendors: readonly VendorSource[]
  readonly stories: readonly Story[]
  readonly endpoints: readonly EndpointSource[]
}
