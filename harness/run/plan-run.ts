import type { Selection } from '../../reports/results/results.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { knownVendors } from '../../specs/vendors/load-vendor.ts'
import { vendorsAsked } from '../../suites/runner/selection.ts'
import reference from '../../suites/targets/reference.json' with { type: 'json' }
import type { RunManner, RunPlan, TargetPlan } from './run-plan.ts'

/** What a target is that says nothing else: 16 exchanges at once, 10 seconds for each. */
export const targetDefaults: Omit<TargetPlan, 'accounts'> = {
  name: 'target',
  absent: {},
  limits: {},
  concurrency: 16,
  deadline: 10_000,
  readOnly: false,
}

/** What somebody wants of a run; what is left out is as for `orgproof run` without flags. */
export interface PlanOptions extends RunManner {
  /** the vendor of the target, else all of them */
  readonly vendors?: readonly VendorId[]
  /** the embedded endpoint, where any account calls, unless said; a target with an endpoint gets a name of its own */
  readonly target?: Partial<TargetPlan>
  /** everything unless said */
  readonly selection?: Partial<Selection>
  /** a whole number from 0 to 2³² − 1; 1 unless said */
  readonly seed?: number
}

/**
 * A run that can be started. Throws a RangeError for a vendor that there is not, and when one endpoint is to offer the
 * APIs of several vendors.
 */
export function planRun(options: PlanOptions = {}): RunPlan {
  const { vendors: _, target = {}, selection, seed = 1, ...manner } = options
  const vendors = vendorsOf(options)
  const stranger = vendors.find((id) => !knownVendors.includes(id))
  if (stranger !== undefined) {
    throw new RangeError(`there is no vendor ${stranger}; known are ${knownVendors.join(', ')}`)
  }
  if (target.endpoint !== undefined && vendors.length !== 1) {
    throw new RangeError(`one endpoint offers the API of one vendor, not of ${vendors.length}`)
  }
  const name = target.endpoint === undefined ? reference.name : targetDefaults.name
  return {
    vendors,
    target: { ...targetDefaults, name, accounts: anyAccount, ...target },
    selection: { only: [], axes: [], ...selection },
    seed,
    ...manner,
  }
}

const vendorsOf = ({ vendors, target, selection }: PlanOptions): readonly VendorId[] =>
  vendorsFor(
    selection?.only ?? [],
    vendors ?? (target?.vendor === undefined ? knownVendors : [target.vendor]),
  )

/** The vendors that a selection can be about; where nothing matches, all of them, so that each is told so. */
export function vendorsFor(
  only: readonly string[],
  vendors: readonly VendorId[],
): readonly VendorId[] {
  const asked = vendorsAsked(only, vendors)
  return asked.length > 0 ? asked : vendors
}

const anyAccount: TargetPlan['accounts'] = {
  mode: 'any',
  by: 'access-key',
  credentials: reference.accounts.credentials,
}
