import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { callerOf, memberOf } from './accounts.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { closed, days, isPending } from './invitation-state.ts'
import { dismiss } from './membership.ts'
import type { InvitationRecord, MemberRecord } from './world.ts'

/**
 * The management account sends an account away; it is standalone from then on.
 */
export function removeAccount(situation: Inside, args: Args<'removeAccount'>): Decision<Nothing> {
  const { organization, now } = situation
  const member = memberOf(organization, args.account, now)
  if (!member)
    return refused('accountNotFound', `account: the organization has no account ${args.account}`)
  if (member.account === organization.management)
    return refused('removeManagement', 'account: the management account can not be removed')
  return depart(situation, member)
}

/** The calling account goes by itself. */
export function leaveOrganization(situation: Inside): Decision<Nothing> {
  const { organization, caller, now } = situation
  if (caller.id === organization.management)
    return refused('leaveManagement', 'the management account can not leave its organization')
  const member = memberOf(organization, caller.id, now)
  if (!member) return refused('accountNotFound', 'the calling account is still being created')
  return depart(situation, member)
}

const depart = (situation: Inside, member: MemberRecord): Decision<Nothing> => {
  const { organization, world, rules, now } = situation
  const flaw = firstOf(delegateFlaw(situation, member), waitFlaw(situation, member))
  if (flaw) return flaw
  const { organization: _, ...alone } = callerOf(world, rules, member.account)
  return done(
    {},
    {
      organizations: [dismiss(organization, member.account)],
      accounts: [alone],
      invitations: asked(situation, member.account).map((part) => closed(part, 'cancelled', now)),
    },
  )
}

const delegateFlaw = ({ organization }: Inside, { account }: MemberRecord): Refused | undefined =>
  organization.delegations.some((delegation) => delegation.account === account)
    ? refused('delegateCannotLeave', `account: ${account} is a delegated administrator`)
    : undefined

const waitFlaw = ({ rules, now }: Inside, member: MemberRecord): Refused | undefined => {
  const { createdAccountWaitDays = 0 } = rules.limits
  return member.joinedBy === 'created' && now < member.joinedAt + days(createdAccountWaitDays)
    ? refused(
        'waitPeriodActive',
        `account: ${member.account} was created less than ${createdAccountWaitDays} days ago`,
      )
    : undefined
}

/** What the account was asked as a member and need not answer any more. */
const asked = (situation: Inside, account: string): readonly InvitationRecord[] =>
  situation.organization.invitations
    .flatMap((id) => situation.world.invitations.get(id) ?? [])
    .filter(
      (part) =>
        part.parent !== undefined && part.recipient.id === account && isPending(part, situation),
    )
