import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { NotSettled, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Hands } from './effect.ts'
import { isOutside } from './organization-effects.ts'

/**
 * Which of the accounts that are given were in no organization when they were first asked to act: wherever one of them is
 * later, it is by this run's doing, and may be taken out again.
 */
export interface Outsiders {
  /** looks the first time; undefined where it can not be seen */
  readonly was: (account: string) => Promise<boolean | undefined>
  /** whether it is known to have been in none */
  readonly isFree: (account: string) => boolean
}

/** Nobody is asked yet. */
export function openOutsiders(vendor: Vendor, handsOf: (account: string) => Hands): Outsiders {
  const known = new Map<string, boolean>()
  const look = async (account: string): Promise<boolean | undefined> => {
    try {
      return await isOutside(handsOf(account))
    } catch (error) {
      if (error instanceof PrerequisiteMissing || error instanceof NotSettled) return undefined
      throw error
    }
  }
  return {
    was: async (account) => {
      if (!says(vendor, 'getOrganization')) return undefined
      const seen = known.get(account) ?? (await look(account))
      if (seen !== undefined) known.set(account, seen)
      return seen
    },
    isFree: (account) => known.get(account) === true,
  }
}
