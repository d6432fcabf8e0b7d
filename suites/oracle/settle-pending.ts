import { mapLeaves } from '../../specs/contract/map-leaves.ts'
import type { OrganizationRecord, World } from '../../specs/model/world.ts'

/**
 * The worlds that one may have become by itself: nothing that was begun is there yet, all of it is, or one thing of it.
 * What is settled is so from `now` on. Each is made when it is asked for: most often the first is what there is.
 */
export function* settledWorlds(world: World, now: number): Generator<World> {
  yield world
  const pending = [...world.organizations.values()].flatMap((one) => instantsAhead(one, now))
  const all = [...new Set(pending)]
  if (all.length === 0) return
  yield settled(world, all, now)
  if (all.length === 1) return
  for (const instant of all) yield settled(world, [instant], now)
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
  const organizations = [...world.organizations].map(([id, one]): [string, OrganizationRecord] => [
    id,
    instantsAhead(one, now).length === 0 ? one : mapLeaves(one, (leaf) => past.get(leaf) ?? leaf),
  ])
  return { ...world, organizations: new Map(organizations) }
}
