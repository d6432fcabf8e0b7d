import type { Invitation } from '../vocabulary/nouns.ts'
import type { Changes } from './changes.ts'
import { membersOf } from './accounts.ts'
import { done, refused, type Decision, type Inside } from './decision.ts'
import { isPending, showInvitation } from './invitation-state.ts'
import { opened } from './open-invitation.ts'
import type { InvitationRecord } from './world.ts'

/** Whether the organization waits for its members to agree to all features (D7, D24). */
export function isMigrating(scene: Inside): boolean {
  return scene.organization.invitations.some((id) => {
    const invitation = scene.world.invitations.get(id)
    return invitation !== undefined && isLastStep(scene, invitation) && isPending(invitation, scene)
  })
}

/**
 * Whether accepting the invitation completes a migration: it is addressed to the management itself.
 */
export function isLastStep(
  { rules }: Pick<Inside, 'rules'>,
  { action, recipient, management }: InvitationRecord,
): boolean {
  return action === rules.migration.management && recipient.id === management
}

/**
 * Asks every invited member to agree to all features. The answer is the request that the management
 * account accepts once all have agreed: at once when nobody has to be asked (D23–D26). Members that
 * the organization created itself are not asked.
 */
export function enableAllFeatures(scene: Inside): Decision<Invitation> {
  const { organization, now } = scene
  if (organization.features === 'all')
    return refused('allFeaturesAlready', 'the organization has all features')
  if (isMigrating(scene))
    return refused('allFeaturesPending', 'the organization is enabling all features already')
  const asked = membersOf(organization, now).filter(
    ({ account, joinedBy }) => joinedBy === 'invited' && account !== organization.management,
  )
  const invitations = request(
    scene,
    asked.map(({ account }) => account),
  )
  const [whole] = invitations
  const ids = invitations.map(({ id }) => id)
  const next = { ...organization, invitations: [...organization.invitations, ...ids] }
  const changes: Changes = { organizations: [next], invitations }
  return done(showInvitation(scene, whole), changes)
}

/** The request to all, first, and its part for each member. */
const request = (
  scene: Inside,
  members: readonly string[],
): readonly [InvitationRecord, ...InvitationRecord[]] => {
  const { organization, rules } = scene
  const whole = opened(scene, {
    action: rules.migration.management,
    recipient: { kind: 'account', id: organization.management },
    tags: [],
    children: [],
  })
  const parts = members.map((id) =>
    opened(scene, {
      action: rules.migration.members,
      recipient: { kind: 'account', id },
      tags: [],
      children: [],
      parent: whole.id,
    }),
  )
  return [{ ...whole, children: parts.map(({ id }) => id) }, ...parts]
}
