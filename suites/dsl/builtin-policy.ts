import type { Profile } from '../../specs/vendor/profile.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'

/** The policy that the vendor attaches everywhere by itself. Throws `PrerequisiteMissing` when it has none. */
export function builtinPolicyOf({
  builtinPolicy,
}: Profile): Required<Pick<Profile, 'builtinPolicy'>>['builtinPolicy'] {
  if (builtinPolicy !== undefined) return builtinPolicy
  throw new PrerequisiteMissing('SETUP_FAILED', 'the vendor attaches no policy by itself')
}
