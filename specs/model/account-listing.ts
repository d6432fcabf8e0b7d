import type { Account, Page } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { memberOf, membersOf, showAccount } from './accounts.ts'
import { done, refused, type Decision, type Inside } from './decision.ts'
import { listed } from './paging.ts'
import { isParent } from './tree.ts'
import type { MemberRecord } from './world.ts'

/** One account of the organization (C16, C19). */
export function getAccount(scene: Inside, args: Args<'getAccount'>): Decision<Account> {
  const member = memberOf(scene.organization, args.account, scene.now)
  return member
    ? done(showAccount(scene, member))
    : refused('accountNotFound', `account: the organization has no account ${args.account}`)
}

/** All accounts of the organization, the management account too, in the order they joined (C3). */
export function listAccounts(scene: Inside): Decision<Page<Account>> {
  return list(scene, membersOf(scene.organization, scene.now))
}

/** The accounts directly in the root or in a unit (B2, B11). */
export function listAccountsIn(
  scene: Inside,
  args: Args<'listAccountsIn'>,
): Decision<Page<Account>> {
  const { organization, now } = scene
  if (!isParent(organization, args.parent))
    return refused('parentNotFound', `parent: there is no root or unit ${args.parent}`)
  const inside = membersOf(organization, now).filter(({ parent }) => parent === args.parent)
  return list(scene, inside)
}

const list = (scene: Inside, entries: readonly MemberRecord[]): Decision<Page<Account>> =>
  listed(scene, {
    entries,
    keyOf: (member) => member.account,
    show: (member) => showAccount(scene, member),
  })
