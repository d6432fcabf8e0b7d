import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { redactionOf } from '../../suites/client/redaction.ts'
import type { GivenAccounts } from '../../suites/client/target.ts'
import { asOwner } from '../ledger/as-owner.ts'
import { anotherRun, markedIn } from '../ledger/other-run.ts'
import { exitCodes, type Obstacle } from '../problem.ts'
import type { RunPlan } from './run-plan.ts'
import { targetAt } from './targets.ts'

/** Where another run is looked for, and what ends the look. */
export interface OtherRunPlace {
  readonly id: VendorId
  readonly endpoint: string
  readonly accounts: GivenAccounts
  /** the mark of the run that looks, where it goes on with what it has made */
  readonly own?: string
  readonly stopped: AbortSignal
}

/** Looks whether an organization shows something that another run of this suite has made; answers why nothing is begun. */
export async function lookForOtherRun(
  plan: RunPlan,
  { id, endpoint, accounts, own, stopped }: OtherRunPlace,
): Promise<Obstacle | undefined> {
  const vendor = await loadVendor(id)
  const target = targetAt(plan, vendor, endpoint)
  const looked = { vendor, accounts, ...(own !== undefined && { own }) }
  const found = await asOwner({ vendor, target, accounts, stopped }, (owner) =>
    markedIn(owner, looked),
  )
  if (found === undefined || found.length === 0) return undefined
  const { code, message, hint } = anotherRun(found)
  const redact = redactionOf(target)
  return {
    exitCode: exitCodes.refused,
    problem: { code, message: redact(message), ...(hint !== undefined && { hint: redact(hint) }) },
  }
}
