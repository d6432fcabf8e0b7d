import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { memberOf } from './accounts.ts'
import { done, refused, type Decision, type Inside } from './decision.ts'
import { withEntry } from './entries.ts'
import { isParent } from './tree.ts'

/**
 * Moves an account from the parent it is in to another one of the same root. An account
 * that is in the destination already is told so, whatever parent it was said to be in.
 */
export function moveAccount(situation: Inside, args: Args<'moveAccount'>): Decision<Nothing> {
  const { organization, rules, now } = situation
  const member = memberOf(organization, args.account, now)
  if (!member)
    return refused('accountNotFound', `account: the organization has no account ${args.account}`)
  const { from = member.parent } = args
  if (!isParent(organization, from))
    return refused('sourceParentNotFound', `from: there is no root or unit ${from}`)
  if (!isParent(organization, args.to))
    return refused('destinationParentNotFound', `to: there is no root or unit ${args.to}`)
  if (member.parent === args.to)
    return rules.movesInPlace
      ? done({})
      : refused('accountAlreadyThere', `to: ${args.account} is in ${args.to} already`)
  if (member.parent !== from)
    return refused('sourceParentNotFound', `from: ${args.account} is not in ${from}`)
  const members = withEntry(organization.members, args.account, { ...member, parent: args.to })
  return done({}, { organizations: [{ ...organization, members }] })
}
