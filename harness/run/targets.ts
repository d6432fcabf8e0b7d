import { startEndpoint, type Endpoint } from '../../endpoint/server.ts'
import type { ProvenIdentity } from '../../reports/results/results.ts'
import { underTest } from '../../specs/vendor/under-test.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { redactionOf, type LearningRedaction, type Redact } from '../../suites/client/redaction.ts'
import { clockAt, type Target } from '../../suites/client/target.ts'
import type { RunPlan } from './run-plan.ts'
import { targetName } from './target-name.ts'

/** What a run tests: a target, the vendor whose API it offers, and the embedded endpoint where it is that. */
export interface TestedTarget {
  readonly vendor: Vendor
  readonly target: Target
  readonly endpoint?: Endpoint
  /** who its credentials were proven to be */
  readonly identity?: ProvenIdentity
  /** the redaction of what is told of it, where it learns of credentials that come later; that of the target unless said */
  readonly redaction?: LearningRedaction
}

/** Takes the secrets of a target out of a text, those that came later too. */
export function redactionFor({ target, redaction }: TestedTarget): Redact {
  return redaction?.redact ?? redactionOf(target)
}

/** Loads the vendors of a plan and fills in its targets; starts the embedded endpoint where the plan names none. */
export async function openTargets(plan: RunPlan): Promise<readonly TestedTarget[]> {
  return Promise.all(
    plan.vendors.map(async (id) => {
      const known = await loadVendor(id)
      if (plan.target.endpoint !== undefined) {
        return { vendor: known, target: targetAt(plan, known, plan.target.endpoint) }
      }
      const vendor = underTest(known, plan.target.limits)
      const endpoint = await startEndpoint(vendor, {
        port: 0,
        clock: Date.now,
        random: Math.random,
        regions: [plan.target.region ?? vendor.region],
        movable: true,
      })
      // nothing lags in a world of our own
      const target = { consistency: 'immediate', ...clockAt(endpoint), ...plan.target } as const
      return { vendor, endpoint, target: targetAt({ target }, vendor, endpoint.url.origin) }
    }),
  )
}

/** The whole target that a plan leaves open, for one vendor and the endpoint that it got. */
export const targetAt = (
  { target }: Pick<RunPlan, 'target'>,
  vendor: Vendor,
  endpoint: string,
): Target => ({
  region: vendor.region,
  ...target,
  // where a vendor publishes no number, its reference keeps to one of its own
  limits: {
    ...(target.name === 'reference' ? vendor.referenceEndpoint.limits : {}),
    ...target.limits,
  },
  ...(target.name === 'reference' && { keepsPublished: true }),
  name: targetName(target.name, vendor.id),
  vendor: vendor.id,
  endpoint,
})
