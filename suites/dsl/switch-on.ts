import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import type { Scene } from './scenario.ts'
import { typeStatus } from '../actors/type-status.ts'

/**
 * Switches a policy type on, as a prerequisite, unless it is on already; answers when the root says so. Throws
 * `Unsettled` when it does not come to that.
 */
export async function switchOn(
  { cast, given, all, settled }: Pick<Scene<string>, 'cast' | 'given' | 'all' | 'settled'>,
  owner: Actor,
  type: PolicyType,
): Promise<void> {
  if (typeStatus(await all(owner, 'listRoots', {}), type) === 'enabled') return
  given(await owner.enablePolicyType({ root: await cast.root(owner), type }))
  await settled({
    what: `the ${type} policy type`,
    look: () => owner.listRoots(),
    until: ({ items }) => typeStatus(items, type) === 'enabled',
  })
}
