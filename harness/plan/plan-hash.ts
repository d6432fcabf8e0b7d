import { readFileSync } from 'node:fs'

import type { VendorId } from '../../specs/vendor/vendor.ts'
import { sha256Hex } from '../../specs/wire/sha256.ts'
import { inOneOrder } from '../../suites/dsl/one-order.ts'
import { packageRoot } from '../package-root.ts'
import type { Plan } from './plan.ts'

/** What a plan says besides its own name. */
export type UnhashedPlan = Omit<Plan, 'hash' | 'schema'>

/**
 * The hash of all that a run is held to: the suite and what it asks, the contract that it judges by, the target without its
 * secrets, who the credentials are, the selection, the seed and the bounds. Two plans of the same are equal; what is only
 * told to people, as how long it takes, is no part of it.
 */
export function planHash(plan: UnhashedPlan, checks: readonly string[]): string {
  const { suite, vendor, target, identities, selection, seed, writes } = plan
  const bounds = writes.map(({ operation, who, undoing, most }) => ({
    operation,
    who,
    undoing,
    most,
  }))
  const held = {
    suite,
    contract: contractHash(vendor),
    checks: sha256Hex(checks.toSorted().join('\n')),
    target,
    identities: identities ?? null,
    selection,
    seed,
    bounds,
  }
  return sha256Hex(inOneOrder(held))
}

/** The hash of the contract that a vendor's endpoint is judged by, as it is published. */
const contractHash = (vendor: VendorId): string =>
  sha256Hex(
    readFileSync(new URL(`fixtures/openapi/${encodeURIComponent(vendor)}.json`, packageRoot)),
  )
