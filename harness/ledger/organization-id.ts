import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Hand } from '../../suites/actors/speaker.ts'

/** The id of the organization that an account is in; undefined where the endpoint tells none that a ledger could hold. */
export async function organizationIdOf(vendor: Vendor, owner: Hand): Promise<string | undefined> {
  if (!says(vendor, 'getOrganization')) return undefined
  const outcome = await owner.getOrganization()
  if (outcome.kind !== 'done') return undefined
  const { id: organization } = outcome.value
  const fits = typeof organization === 'string' && /^[!-~]{1,256}$/u.test(organization)
  return fits ? organization : undefined
}
