import type { Vendor } from './vendor.ts'

/** Twelve digits, the first one 1 to 8: never the id of `unknown.account` in the profile of a vendor whose ids look so. */
export const twelveDigits: Vendor['mintAccount'] = (count) =>
  String(100_000_000_000n + (count % 800_000_000_000n))

/** 32 hexadecimal digits, the first one 1: never the id of `unknown.account` in the profile of a vendor whose ids look so. */
export const hexadecimalDigits: Vendor['mintAccount'] = (count) =>
  `1${count.toString(16).padStart(31, '0').slice(-31)}`
