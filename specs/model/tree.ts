import type { Instant, NodeKind } from '../vocabulary/nouns.ts'
import { memberOf } from './accounts.ts'
import { pathTo } from './path.ts'
import type { OrganizationRecord, UnitRecord } from './world.ts'

/** What an id names in the tree; undefined when it names nothing there. */
export function kindOf(
  organization: OrganizationRecord,
  id: string,
  now: Instant,
): NodeKind | undefined {
  if (isParent(organization, id)) return id === organization.root ? 'root' : 'unit'
  return memberOf(organization, id, now) && 'account'
}

/** Whether something can be put into it: the root and every unit. */
export function isParent(organization: OrganizationRecord, id: string): boolean {
  return id === organization.root || organization.units.has(id)
}

/** How many units deep a node is: 0 for the root, 1 for a unit under it. */
export function depthOf(organization: OrganizationRecord, id: string): number {
  return pathTo(organization, id).length - 1
}

/** The units directly in a parent, oldest first. */
export function unitsIn(organization: OrganizationRecord, parent: string): readonly UnitRecord[] {
  return [...organization.units.values()].filter((unit) => unit.parent === parent)
}

/** Every node policies can be attached to: root, units, accounts. */
export function nodesOf(organization: OrganizationRecord): readonly string[] {
  return [organization.root, ...organization.units.keys(), ...organization.members.keys()]
}

/** What a node is called: the root's name is not given by anybody. */
export function nameOf(
  organization: OrganizationRecord,
  id: string,
  accountName: (id: string) => string,
): string {
  if (id === organization.root) return 'Root'
  return organization.units.get(id)?.name ?? accountName(id)
}

/** Whether nothing at all is in a parent, not even an account that is still being created. */
export function isEmpty(organization: OrganizationRecord, parent: string): boolean {
  const housed = [...organization.members.values()].some((member) => member.parent === parent)
  return !housed && unitsIn(organization, parent).length === 0
}
