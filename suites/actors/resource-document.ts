import type { Profile } from '../../specs/vendor/profile.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'

/** A resource policy that names an account. Throws `Unmet` when the profile has none. */
export function resourceDocument({ resourcePolicyContent }: Profile, account: string): string {
  if (resourcePolicyContent === undefined) {
    throw new Unmet('SETUP_FAILED', 'the profile has no resource policy')
  }
  return resourcePolicyContent.replaceAll('{account}', account)
}
