import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { readingOf } from '../../suites/actors/absence.ts'
import type { Hand } from '../../suites/actors/speaker.ts'

/** The organization that an account is in, that it is in none, or that nobody can tell. */
export type OrganizationSeen = { readonly id: string } | 'none' | 'untold'

/** The id of the organization that an account is in; undefined where the endpoint tells none that a ledger could hold. */
export async function organizationIdOf(vendor: Vendor, owner: Hand): Promise<string | undefined> {
  const seen = await organizationOf(vendor, owner)
  return typeof seen === 'object' ? seen.id : undefined
}

/** The organization that an account is in. Where the vendor has no such thing nobody is in one. */
export async function organizationOf(vendor: Vendor, owner: Hand): Promise<OrganizationSeen> {
  if (!says(vendor, 'getOrganization')) return 'none'
  const outcome = await owner.getOrganization()
  if (outcome.kind === 'refused') {
    return readingOf(vendor).isCalled('notInOrganization', outcome) ? 'none' : 'untold'
  }
  if (outcome.kind !== 'done') return 'untold'
  const { id: organization } = outcome.value
  const fits = typeof organization === 'string' && /^[!-~]{1,256}$/u.test(organization)
  return fits ? { id: organization } : 'untold'
}
