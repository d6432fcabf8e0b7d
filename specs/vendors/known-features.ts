import type { Feature, FeatureRow } from '../vendor/feature.ts'
import { neutralFeatures } from '../vendor/neutral-features.ts'
import { vendorIds } from '../vendor/vendor.ts'
import { featuresOf, readOwn } from './own-operations.ts'

const own = await Promise.all(vendorIds.map(readOwn))

/** Every feature of every vendor: the neutral ones, then those that one vendor alone has. */
export const knownFeatures: ReadonlyMap<Feature, FeatureRow> = new Map(
  Object.entries({ ...neutralFeatures, ...featuresOf(own.flat()) }) as [Feature, FeatureRow][],
)

/** Whether somebody's word is a feature: what a target file declares absent must be one. */
export function isFeature(name: string): name is Feature {
  return knownFeatures.has(name as Feature)
}
