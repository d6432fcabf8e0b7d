import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { GivenAccounts } from '../client/target.ts'
import type { Hands } from './effect.ts'
import { isOutside } from './organization-effects.ts'

/** Whether one account is all there is, and was in no organization when it was first asked: any that stands later is ours. */
export interface Alone {
  /** Asks the endpoint the first time. Throws `PrerequisiteMissing` or `NotSettled` where that can not be seen. */
  readonly ask: (hands: Hands) => Promise<boolean>
  /** whether it is known to be so by now */
  readonly isKnown: () => boolean
}

/** Nothing is asked yet. */
export function openAlone({ mode }: GivenAccounts, vendor: Vendor): Alone {
  const may = mode === 'single' && says(vendor, 'getOrganization')
  let known = may ? undefined : false
  return {
    ask: async (hands) => (known ??= await isOutside(hands)),
    isKnown: () => known === true,
  }
}
