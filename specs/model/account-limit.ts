import { refused, type Inside, type Refused } from './decision.ts'
import { isPending } from './invitation-state.ts'

/**
 * Why no further account fits: members count, closed ones and those being created too, and so do
 * invitations that are not answered yet.
 */
export function accountLimitFlaw(situation: Inside): Refused | undefined {
  const { accountsPerOrganization } = situation.rules.limits
  if (accountsPerOrganization === undefined) return undefined
  const { organization, world } = situation
  const invited = organization.invitations.filter((id) => {
    const invitation = world.invitations.get(id)
    return invitation?.action === 'invite' && isPending(invitation, situation)
  })
  return organization.members.size + invited.length + 1 > accountsPerOrganization
    ? refused(
        'accountCountExceeded',
        `an organization has ${accountsPerOrganization} accounts at most`,
      )
    : undefined
}
