import type { OrganizationRecord } from '../model/world.ts'
import { inEach, repeated, type Invariant } from './invariant.ts'

/**
 * How many units lie between the root and what stands in a parent; undefined where no way leads to the root. No
 * way is longer than there are units, which is how a circle is told.
 */
export function unitsAbove(
  { root, units }: OrganizationRecord,
  parent: string,
): number | undefined {
  let [at, steps] = [parent, 0]
  while (at !== root) {
    const unit = units.get(at)
    if (unit === undefined || steps > units.size) return undefined
    steps += 1
    at = unit.parent
  }
  return steps
}

/** How an organization is built. */
export const tree: readonly Invariant[] = [
  inEach('every unit leads to the root', (organization) =>
    [...organization.units.values()]
      .filter(({ parent }) => unitsAbove(organization, parent) === undefined)
      .map(({ id, parent }) => `${id} in ${parent}`),
  ),
  inEach('every member leads to the root', (organization) =>
    [...organization.members.values()]
      .filter(({ parent }) => unitsAbove(organization, parent) === undefined)
      .map(({ account, parent }) => `${account} in ${parent}`),
  ),
  inEach('units nest no deeper than they may', (organization, { rules }) =>
    [...organization.units.values()]
      .filter(
        ({ parent }) =>
          (unitsAbove(organization, parent) ?? 0) + 1 > (rules.limits.unitDepth ?? Infinity),
      )
      .map(({ id }) => id),
  ),
  inEach('units of one parent have names of their own', ({ units }) =>
    repeated([...units.values()].map(({ parent, name }) => `${parent}/${name}`)),
  ),
  inEach('there are no more units than there may be', ({ units }, { rules }) =>
    units.size > (rules.limits.unitsPerOrganization ?? Infinity) ? [`${units.size}`] : [],
  ),
]
