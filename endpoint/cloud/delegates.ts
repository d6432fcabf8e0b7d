import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'

/** Whether members can be made delegated administrators with a vendor. */
export function delegates(vendor: Vendor): boolean {
  return says(vendor, 'registerDelegate')
}
