import type { Rules } from '../model/rules.ts'
import type { World } from '../model/world.ts'
import type { Instant } from '../vocabulary/nouns.ts'
import { belongings } from './belongings.ts'
import { homes } from './homes.ts'
import { brokenOf, type Broken, type Invariant } from './invariant.ts'
import { invitations } from './invitations.ts'
import { policies } from './policies.ts'
import { tree } from './tree.ts'

/** What must be so in every world of every vendor. */
export const worldInvariants: readonly Invariant[] = [
  ...homes,
  ...tree,
  ...policies,
  ...belongings,
  ...invitations,
]

/** What is wrong with a world, whatever led to it; `now` tells what is still open. */
export function brokenInvariants(world: World, rules: Rules, now: Instant): readonly Broken[] {
  return brokenOf(worldInvariants, { world, rules, now })
}
