import { vendorIds } from '../../specs/vendor/vendor.ts'

/**
 * The case of a check that is known by its id alone: in a baseline, and in results of version 1. It is what the id
 * begins with: the kind, the vendor where the id has one, and one name more (`scenario/unit-rename`,
 * `contract/aws/CreatePolicy`). Checks of today say it themselves, in `Check.case`.
 */
export function caseInId(id: string): string {
  const parts = id.split('/')
  const named = vendorIds.some((vendor) => vendor === parts[1])
  return parts.slice(0, named ? 3 : 2).join('/')
}
