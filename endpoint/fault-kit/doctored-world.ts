import type { Decision } from '../../specs/model/decision.ts'
import type { OrganizationRecord, World } from '../../specs/model/world.ts'
import type { Moment } from './alter-decide.ts'

/** The organization the caller of a moment belongs to. */
export function organizationOf({ world, command }: Moment): OrganizationRecord | undefined {
  const account = world.accounts.get(command.caller)
  return account?.organization === undefined
    ? undefined
    : world.organizations.get(account.organization)
}

/** The world with one organization seen otherwise. */
export function seeing(world: World, organization: OrganizationRecord): World {
  const organizations = new Map(world.organizations).set(organization.id, organization)
  return { ...world, organizations }
}

/** The world in which an account belongs to no organization. */
export function homeless(world: World, id: string): World {
  const record = world.accounts.get(id)
  if (record === undefined) return world
  const { organization: _, ...alone } = record
  return { ...world, accounts: new Map(world.accounts).set(id, alone) }
}

/** The decision with what it writes of organizations corrected, e.g. to undo a doctored look. */
export function rewritten(
  decision: Decision,
  change: (organization: OrganizationRecord) => OrganizationRecord,
): Decision {
  if (decision.kind === 'refused') return decision
  const { organizations = [] } = decision.changes
  return { ...decision, changes: { ...decision.changes, organizations: organizations.map(change) } }
}

/** The decision, carried out in words only. */
export function unwritten(decision: Decision): Decision {
  return decision.kind === 'refused' ? decision : { ...decision, changes: {} }
}
