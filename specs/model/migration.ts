import type { Invitation } from '../vocabulary/nouns.ts'
import { membersOf } from './accounts.ts'
import type { Changes } from './changes.ts'
import { done, refused, type Decision, type Inside } from './decision.ts'
import { isPending, showInvitation } from './invitation-state.ts'
import { opened } from './open-invitation.ts'
import type { InvitationRecord } from './world.ts'

/** Whether the organization waits for its members to agree to all features (D7, D24). */
export function isMigrating(situation: Inside): boolean {
  return situation.organization.invitations.some((id) => {
    const invitation = situation.world.invitations.get(id)
    return (
      invitation !== undefined &&
      isLastStep(situation, invitation) &&
      isPending(invitation, situation)
    )
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
export function enableAllFeatures(situation: Inside): Decision<Invitation> {
  const { organization, now } = situation
  if (organization.features === 'all')
    return refused('allFeaturesAlready', 'the organization has all features')
  if (isMigrating(situation))
    return refused('allFeaturesPending', 'the organization is enabling all features already')
  const asked = membersOf(organization, now).filter(
    ({ account, joinedBy }) => joinedBy === 'invited' && account !== organization.management,
  )
  const invitations = request(
    situation,
    asked.map(({ account }) => account),
  )
  const [whole] = invitations
  const ids = invitations.map(({ id }) => id)
  const next = { ...organization, invitations: [...organization.invitations, ...ids] }
  const changes: Changes = { organizations: [next], invitations }
  return done(showInvitation(situation, whole), changes)
}

/** The request to all, first, and its part for each member. */
const request = (
  situation: Inside,
  members: readonly string[],
): readonly [InvitationRecord, ...InvitationRecord[]] => {
  const { organization, rules } = situation
  const whole = opened(situation, {
    action: rules.migration.management,
    recipient: { kind: 'account', id: organization.management },
    tags: [],
    children: [],
  })
  const parts = members.map((id) =>
    opened(situation, {
      action: rules.migration.members,
      recipient: { kind: 'account', id },
      tags: [],
      children: [],
      parent: whole.id,
    }),
  )
  return [{ ...whole, children: parts.map(({ id }) => id) }, ...parts]
}
