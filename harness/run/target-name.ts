import type { VendorId } from '../../specs/vendor/vendor.ts'

/** What a target is called in reports. The reference is one target per vendor; others offer the API of one vendor only. */
export function targetName(name: string, vendor: VendorId): string {
  return name === 'reference' ? `reference-${vendor}` : name
}
