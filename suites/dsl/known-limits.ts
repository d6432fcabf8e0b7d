import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import { limitOf, type LimitRefusal } from '../client/limit-of.ts'
import type { Target } from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { quotaOf, type Quota } from './quota.ts'

/** How long the content of a policy may be. */
interface Longest {
  readonly characters: number
  readonly limit: LimitName
}

/** The numbers that a target is measured against. */
export interface KnownLimits {
  /** the target's number for a limit; throws `PrerequisiteMissing` (NO_QUOTA) when it has none or more than `most` */
  readonly limit: (name: LimitName, most?: number) => number
  /** the most characters that the content of a policy type may have; undefined where nobody says */
  readonly longest: (type: PolicyType) => Longest | undefined
  /** the number that this refusal names, which the story uses up; throws `PrerequisiteMissing` (NO_QUOTA) when it can not be reached */
  readonly quota: (refusal: LimitRefusal) => Quota
}

/** What is known of the limits of a target: what it states itself, else what its vendor does. */
export function knownLimits(limited: {
  readonly vendor: Vendor
  readonly target: Target
}): KnownLimits {
  const { vendor, target } = limited
  return {
    limit: (name, most = Number.POSITIVE_INFINITY) => {
      const limit = limitOf(vendor, target, name)
      if (limit !== undefined && limit <= most) return limit
      throw new PrerequisiteMissing('NO_QUOTA', `the target's ${name} is ${limit ?? 'not known'}`)
    },
    longest: (type) => {
      const limit = type === 'control' ? 'controlPolicyContent' : 'otherPolicyContent'
      // some types have a number of their own
      const characters = vendor.grammars?.[type]?.characters ?? limitOf(vendor, target, limit)
      return characters === undefined ? undefined : { characters, limit }
    },
    quota: (refusal) => quotaOf(limited, refusal),
  }
}
