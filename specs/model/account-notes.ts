import type { Closing } from '../vocabulary/further-verbs.ts'
import type { Account, Page } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { callerOf, memberOf, membersOf, showAccount, statusOf } from './accounts.ts'
import { done, refused, type Decision, type Inside } from './decision.ts'
import { withEntry } from './entries.ts'

/** Writes what is noted about a member; empty notes take it away, none change nothing. */
export function updateAccountNotes(
  situation: Inside,
  args: Args<'updateAccountNotes'>,
): Decision<Account> {
  const { organization, now } = situation
  const member = memberOf(organization, args.account, now)
  if (!member)
    return refused('accountNotFound', `account: the organization has no account ${args.account}`)
  const { notes } = args
  if (notes === undefined) return done(showAccount(situation, member))
  const noted = { ...member, notes }
  const members = withEntry(organization.members, member.account, noted)
  return done(showAccount(situation, noted), { organizations: [{ ...organization, members }] })
}

/** The accounts that were asked to be closed, all or those in the states that are asked for. */
export function listAccountClosings(
  situation: Inside,
  args: Args<'listAccountClosings'>,
): Decision<Page<Closing>> {
  const { organization, world, rules, now } = situation
  const wanted = args.states && new Set<string>(args.states)
  const items = membersOf(organization, now).flatMap(({ account }) => {
    const record = callerOf(world, rules, account)
    const { closedAt } = record
    const state = statusOf(record, situation)
    if (closedAt === undefined || wanted?.has(state) === false) return []
    const updatedAt = state === 'closing' ? closedAt : closedAt + rules.closingDelay
    return [{ id: account, organization: organization.id, state, askedAt: closedAt, updatedAt }]
  })
  return done({ items })
}
