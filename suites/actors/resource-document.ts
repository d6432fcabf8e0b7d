import type { Profile } from '../../specs/vendor/profile.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'

/** A resource policy that names an account. Throws `PrerequisiteMissing` when the profile has none. */
export function resourceDocument({ resourcePolicyContent }: Profile, account: string): string {
  if (resourcePolicyContent === undefined) {
    throw new PrerequisiteMissing('SETUP_FAILED', 'the profile has no resource policy')
  }
  return resourcePolicyContent.replaceAll('{account}', account)
}
