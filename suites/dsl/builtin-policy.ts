import type { Profile } from '../../specs/vendor/profile.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'

/** The policy that the vendor attaches everywhere by itself. Throws `Unmet` when it has none. */
export function builtinPolicyOf({
  builtinPolicy,
}: Profile): Required<Pick<Profile, 'builtinPolicy'>>['builtinPolicy'] {
  if (builtinPolicy !== undefined) return builtinPolicy
  throw new Unmet('SETUP_FAILED', 'the vendor attaches no policy by itself')
}
