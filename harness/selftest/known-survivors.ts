import type { VendorId } from '../../specs/vendor/vendor.ts'

/** Faults that are not killed by who cites what they break, by name, and why that is known and borne. */
export const knownSurvivors: Readonly<Partial<Record<VendorId, Readonly<Record<string, string>>>>> =
  {}
