import type { Inside } from './decision.ts'
import { days } from './invitation-state.ts'
import type { InvitationRecord } from './world.ts'

type Particulars = Pick<
  InvitationRecord,
  'action' | 'recipient' | 'tags' | 'children' | 'name' | 'notes' | 'parent'
>

/**
 * A new invitation of the organization, with what its reader has to know about the organization.
 */
export function opened(situation: Inside, particulars: Particulars): InvitationRecord {
  const { organization, world, rules, now, newId } = situation
  const management = world.accounts.get(organization.management)
  const { invitationDays } = rules.limits
  return {
    id: newId('invitation', organization.id),
    organization: organization.id,
    management: organization.management,
    managementName: management?.name ?? '',
    managementEmail: management?.email ?? '',
    features: organization.features,
    requestedAt: now,
    ...(invitationDays === undefined ? {} : { expiresAt: now + days(invitationDays) }),
    ...particulars,
  }
}
