import type { Inside } from './decision.ts'
import { isPending } from './invitation-state.ts'
import type { InvitationRecord } from './world.ts'

/** Whether the organization waits for its members to agree to all features. */
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
