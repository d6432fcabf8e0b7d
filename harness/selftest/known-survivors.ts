import type { VendorId } from '../../specs/vendor/vendor.ts'

/** Faults that no check kills which cites what they break, by vendor and name, and why that is known and borne. */
export const knownSurvivors: Readonly<Partial<Record<VendorId, Readonly<Record<string, string>>>>> =
  {}
