import type { LimitName } from '../vocabulary/limit-name.ts'
import type { Vendor } from './vendor.ts'

/**
 * A vendor whose embedded endpoint the suite itself asks: it keeps to numbers that are so small that a run reaches them,
 * and to those that the target states (null: to none).
 */
export function underTest(
  vendor: Vendor,
  stated: Readonly<Partial<Record<LimitName, number | null>>> = {},
): Vendor {
  const { limits, reachable } = vendor.referenceEndpoint
  const own = Object.entries(stated).map(([name, number]) => [name, number ?? Infinity] as const)
  return {
    ...vendor,
    referenceEndpoint: {
      ...vendor.referenceEndpoint,
      limits: { ...limits, ...reachable, ...Object.fromEntries(own) },
    },
  }
}
