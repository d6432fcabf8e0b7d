import { membersOf } from './accounts.ts'
import { refused, type Inside, type Refused } from './decision.ts'
import { isPending } from './invitation-state.ts'

/**
 * Why an account can not be called so: where members have names of their own, no two members have
 * the same one, nor does anybody who is invited and has not answered yet. `self` may keep its name.
 */
export function memberNameFlaw(
  situation: Inside,
  name: string,
  self?: string,
): Refused | undefined {
  if (!situation.rules.namedMembers) return undefined
  const { organization, world, now } = situation
  const member = membersOf(organization, now).some(
    (other) => other.account !== self && other.name === name,
  )
  const invited = organization.invitations.some((id) => {
    const invitation = world.invitations.get(id)
    return invitation?.name === name && isPending(invitation, situation)
  })
  return member || invited
    ? refused('memberNameTaken', 'name: another member is called so')
    : undefined
}
