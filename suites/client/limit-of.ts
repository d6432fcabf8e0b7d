import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Target } from './target.ts'

/** The number a target is measured against: its own if it states one, else the vendor's. Undefined: no limit. */
export function limitOf(vendor: Vendor, target: Target, name: LimitName): number | undefined {
  const own = target.limits[name]
  if (own === null) return undefined
  return own ?? vendor.profile.limits[name]?.value
}

/** A refusal that says that a number is reached. */
export type LimitRefusal = Extract<
  RefusalName,
  | 'unitDepthExceeded'
  | 'unitCountExceeded'
  | 'accountCountExceeded'
  | 'policyCountExceeded'
  | 'attachmentLimitExceeded'
  | 'tagLimitExceeded'
>

/** The number that a refusal says is reached. */
export const limitBehind: Readonly<Record<LimitRefusal, LimitName>> = {
  unitDepthExceeded: 'unitDepth',
  unitCountExceeded: 'unitsPerOrganization',
  accountCountExceeded: 'accountsPerOrganization',
  policyCountExceeded: 'policiesPerType',
  attachmentLimitExceeded: 'controlPoliciesPerTarget',
  tagLimitExceeded: 'tagsPerResource',
}

/** How a request is refused that goes beyond a number which a story reaches. */
export const refusalBeyond: Readonly<Partial<Record<LimitName, RefusalName>>> = {
  unitDepth: 'unitDepthExceeded',
  controlPoliciesPerTarget: 'attachmentLimitExceeded',
  otherPoliciesPerTarget: 'attachmentLimitExceeded',
  controlPolicyContent: 'policyContentTooLong',
  otherPolicyContent: 'policyContentTooLong',
  tagsPerResource: 'tagLimitExceeded',
}

/**
 * Whether a target has to keep to that number: it states it, or the document does. Numbers that are published elsewhere
 * are raised in time, and for single customers: who takes more is not wrong.
 */
export function isFirm(vendor: Vendor, target: Target, name: LimitName): boolean {
  if (typeof target.limits[name] === 'number' || target.keepsPublished === true) return true
  return vendor.profile.limits[name]?.evidence.kind === 'document'
}
