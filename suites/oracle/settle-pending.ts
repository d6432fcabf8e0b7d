import { mapLeaves } from '../../specs/contract/map-leaves.ts'
import type { OrganizationRecord, World } from '../../specs/model/world.ts'

/**
 * The worlds that one may have become by itself: nothing that was begun is there yet, all of it is, or one thing of it.
 * What is settled is so from `now` on.
 */
export function settledWorlds(world: World, now: number): readonly World[] {
  const pending = [...world.organizations.values()].flatMap((organization) =>
    instantsAhead(organization, now),
  )
  const all = [...new Set(pending)]
  if (all.length === 0) return [world]
  const single = all.length > 1 ? all.map((instant) => settled(world, [instant], now)) : []
  return [world, settled(world, all, now), ...single]
}

/** When what was begun would be there: creations of accounts, and switches of policy types. */
const instantsAhead = ({ creations, types }: OrganizationRecord, now: number): readonly number[] =>
  [...creations.values(), ...types.values()]
    .map(({ settlesAt }) => settlesAt)
    .filter((settlesAt) => settlesAt > now)

/**
 * The world once these instants are past, wherever they stand: an account joins when its creation ends. Each becomes another
 * one, so that what ended at one time can be told apart.
 */
const settled = (world: World, instants: readonly number[], now: number): World => {
  const past = new Map<unknown, number>(instants.map((instant, index) => [instant, now - index]))
  const organizations = mapLeaves(world.organizations, (leaf) => past.get(leaf) ?? leaf)
  return { ...world, organizations }
}
