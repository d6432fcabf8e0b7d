import type { VendorId } from '../../specs/vendor/vendor.ts'

/** What a process of its own is to try of a vendor, all by name. */
export interface SelftestOrder {
  readonly vendor: VendorId
  readonly faults: readonly string[]
  readonly variants: readonly string[]
  readonly full: boolean
}
