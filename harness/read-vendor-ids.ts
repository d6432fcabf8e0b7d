import type { VendorId } from '../specs/vendor/vendor.ts'
import { knownVendors } from '../specs/vendors/load-vendor.ts'
import { didYouMean } from './nearest.ts'
import { quoted, type Problem } from './problem.ts'

/** The vendors of these names, all that are built in when there is none; or what is wrong with the names. */
export function readVendorIds(
  names: readonly string[],
): { readonly vendors: readonly VendorId[] } | { readonly problems: readonly Problem[] } {
  const problems = names
    .filter((name) => !knownVendors.some((known) => known === name))
    .map((name) => ({
      code: 'UNKNOWN_VALUE',
      message: `--vendor is ${quoted(name)}`,
      hint: didYouMean(name, knownVendors) ?? `known are ${knownVendors.join(', ')}`,
    }))
  if (problems.length > 0) return { problems }
  return { vendors: names.length === 0 ? knownVendors : ([...new Set(names)] as VendorId[]) }
}
