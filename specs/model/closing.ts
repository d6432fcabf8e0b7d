import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { callerOf, memberOf } from './accounts.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { days } from './invitation-state.ts'
import type { AccountRecord, MemberRecord } from './world.ts'

/** Begins to close a member account; it stays listed, closing, then suspended. */
export function closeAccount(situation: Inside, args: Args<'closeAccount'>): Decision<Nothing> {
  const { organization, world, rules, now } = situation
  const member = memberOf(organization, args.account, now)
  if (!member)
    return refused('accountNotFound', `account: the organization has no account ${args.account}`)
  const account = callerOf(world, rules, args.account)
  const flaw = firstOf(
    stateFlaw(situation, account),
    originFlaw(situation, member),
    quotaFlaw(situation),
  )
  if (flaw) return flaw
  const closings = [...recent(situation), now]
  return done(
    {},
    {
      accounts: [{ ...account, closedAt: now }],
      organizations: [{ ...organization, closings }],
    },
  )
}

const stateFlaw = (
  { organization }: Inside,
  { id, closedAt }: AccountRecord,
): Refused | undefined => {
  if (id === organization.management)
    return refused('closeManagement', 'account: the management account can not be closed')
  if (closedAt !== undefined)
    return refused('accountAlreadyClosed', `account: ${id} is closed already`)
  return undefined
}

const originFlaw = ({ rules }: Inside, { account, joinedBy }: MemberRecord): Refused | undefined =>
  rules.closesCreatedOnly && joinedBy !== 'created'
    ? refused('closeInvited', `account: ${account} was not created here`)
    : undefined

const quotaFlaw = (situation: Inside): Refused | undefined => {
  const { limits, closing } = situation.rules
  if (limits.closableAccounts === undefined) return undefined
  const share = Math.floor(closing.share * (situation.organization.members.size - 1))
  const quota = Math.min(closing.most, Math.max(limits.closableAccounts, share))
  return recent(situation).length >= quota
    ? refused(
        'closeQuotaExceeded',
        `${quota} accounts were closed in the last ${closing.windowDays} days`,
      )
    : undefined
}

const recent = ({ organization, rules, now }: Inside): readonly number[] =>
  organization.closings.filter((at) => now < at + days(rules.closing.windowDays))
