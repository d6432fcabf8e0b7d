import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { typeStatus } from '../actors/type-status.ts'
import type { ScenarioContext } from './scenario.ts'

/**
 * Switches a policy type on, as a prerequisite, unless it is on already; answers when the root says so. Throws
 * `NotSettled` when it does not come to that.
 */
export async function switchOn(
  {
    actors,
    given,
    all,
    settled,
  }: Pick<ScenarioContext<string>, 'actors' | 'given' | 'all' | 'settled'>,
  owner: Actor,
  type: PolicyType,
): Promise<void> {
  if (typeStatus(await all(owner, 'listRoots', {}), type) === 'enabled') return
  given(await owner.enablePolicyType({ root: await actors.root(owner), type }))
  await settled({
    what: `the ${type} policy type`,
    look: () => owner.listRoots(),
    until: ({ items }) => typeStatus(items, type) === 'enabled',
  })
}
