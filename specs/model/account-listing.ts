import type { Account, Page } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { memberOf, membersOf, showAccount } from './accounts.ts'
import { done, refused, type Decision, type Inside } from './decision.ts'
import { listed } from './paging.ts'
import { isParent } from './tree.ts'
import type { MemberRecord } from './world.ts'

/** One account of the organization. */
export function getAccount(situation: Inside, args: Args<'getAccount'>): Decision<Account> {
  const member = memberOf(situation.organization, args.account, situation.now)
  return member
    ? done(showAccount(situation, member))
    : refused('accountNotFound', `account: the organization has no account ${args.account}`)
}

/** All accounts of the organization, the management account too, in the order they joined. */
export function listAccounts(situation: Inside): Decision<Page<Account>> {
  return list(situation, membersOf(situation.organization, situation.now))
}

/** The accounts directly in the root or in a unit. */
export function listAccountsIn(
  situation: Inside,
  args: Args<'listAccountsIn'>,
): Decision<Page<Account>> {
  const { organization, now } = situation
  if (!isParent(organization, args.parent))
    return refused('parentNotFound', `parent: there is no root or unit ${args.parent}`)
  const inside = membersOf(organization, now).filter(({ parent }) => parent === args.parent)
  return list(situation, inside)
}

const list = (situation: Inside, entries: readonly MemberRecord[]): Decision<Page<Account>> =>
  listed(situation, {
    entries,
    keyOf: (member) => member.account,
    show: (member) => showAccount(situation, member),
  })
