import type { Profile } from '../../specs/vendor/profile.ts'
import type { Args, PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Fresh } from './fresh.ts'

/**
 * A policy of a type, ready to be created: its name is fresh, its content the vendor's own sample (`which` of
 * the two). Throws when the profile has no content of that type.
 */
export function draftPolicy(
  { fresh, sample }: { readonly fresh: Fresh; readonly sample: Profile },
  type: PolicyType,
  which: 0 | 1 = 0,
): Args<'createPolicy'> {
  const content = sample.policyContents[type]?.[which]
  if (content === undefined)
    throw new Error(`the profile has no content of the policy type ${type}`)
  return { name: fresh.name('policy'), type, description: 'made to be looked at', content }
}
