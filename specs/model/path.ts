import type { OrganizationRecord } from './world.ts'

/** The parent of a unit or an account; the root has none. */
export function parentOf(organization: OrganizationRecord, id: string): string | undefined {
  return organization.units.get(id)?.parent ?? organization.members.get(id)?.parent
}

/** From the root down to the node itself. */
export function pathTo(organization: OrganizationRecord, id: string): readonly string[] {
  const parent = parentOf(organization, id)
  return parent === undefined ? [id] : [...pathTo(organization, parent), id]
}
