import type { Context } from '../../specs/model/decision.ts'
import { closed, days } from '../../specs/model/invitation-state.ts'
import type { InvitationRecord, OrganizationRecord } from '../../specs/model/world.ts'
import type { InvitationState } from '../../specs/vocabulary/nouns.ts'

/** Traces of what an organization did before anybody looked. */

/** An invitation that was sent ten days ago to somebody nobody knows, and has come to an end. */
export function endedInvitation(
  { id: organization, management, features }: OrganizationRecord,
  { newId, now }: Pick<Context, 'newId' | 'now'>,
  end: Extract<InvitationState, 'declined' | 'cancelled' | 'expired'>,
): InvitationRecord {
  const sent: InvitationRecord = {
    id: newId('invitation', organization),
    action: 'invite',
    organization,
    management,
    managementName: 'Management',
    managementEmail: 'management@example.com',
    features,
    recipient: { kind: 'account', id: newId('account') },
    requestedAt: now - days(20),
    expiresAt: now - days(5),
    tags: [],
    children: [],
  }
  return end === 'expired' ? sent : closed(sent, end, now - days(10))
}

/** A unit with another one in it, and a policy that hangs on it. */
export function foreignTree(
  organization: OrganizationRecord,
  { newId, now }: Pick<Context, 'newId' | 'now'>,
  content: string | undefined,
): OrganizationRecord {
  const { root } = organization
  const [outer, inner] = [newId('unit', root), newId('unit', root)]
  const createdAt = now - days(100)
  const units = new Map(organization.units)
    .set(outer, { id: outer, name: 'Workloads', parent: root, createdAt })
    .set(inner, { id: inner, name: 'Production', parent: outer, createdAt })
  const attachments = new Map(organization.attachments)
  const [builtin = []] = [attachments.get(root)]
  if (content === undefined) return { ...organization, units }
  const policy = newId('policy', organization.id)
  const policies = new Map(organization.policies).set(policy, {
    id: policy,
    name: 'KeepOut',
    type: 'control',
    description: 'of somebody else',
    content,
    changedAt: createdAt,
  })
  attachments.set(outer, [...builtin, { policy, since: createdAt }]).set(inner, builtin)
  return { ...organization, units, policies, attachments }
}
