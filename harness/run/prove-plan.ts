import type { ProvenIdentity } from '../../reports/results/results.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { needsProof } from '../identity/principals.ts'
import type { ProofOptions } from '../identity/prove-identities.ts'
import type { Obstacle } from '../problem.ts'
import type { RunPlan } from './run-plan.ts'
import { targetAt } from './targets.ts'

/** Who the credentials of a plan are, or why they may not be used to write; undefined where nobody has to prove anything. */
export async function proveFor(
  plan: RunPlan,
  options: ProofOptions,
): Promise<ProvenIdentity | Obstacle | undefined> {
  const [id] = plan.vendors
  const { endpoint } = plan.target
  if (id === undefined || endpoint === undefined || !needsProof(plan.target)) return undefined
  // whoever writes to the embedded endpoint waits for none of this
  const { proveIdentities } = await import('../identity/prove-identities.ts')
  const vendor = await loadVendor(id)
  return proveIdentities(vendor, targetAt(plan, vendor, endpoint), options)
}

/** Why the credentials of a plan may not be used to write; undefined where they may. */
export async function unprovenIn(
  plan: RunPlan,
  options: ProofOptions,
): Promise<Obstacle | undefined> {
  const proven = await proveFor(plan, options)
  return proven !== undefined && 'problem' in proven ? proven : undefined
}
