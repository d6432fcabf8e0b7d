import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { memberOf } from './accounts.ts'
import { done, refused, type Decision, type Inside } from './decision.ts'
import { withEntry } from './entries.ts'
import { memberNameFlaw } from './member-name.ts'

/** Changes what is given of a member's name and notes; the account itself stays as it is. */
export function updateAccount(situation: Inside, args: Args<'updateAccount'>): Decision<Nothing> {
  const { organization, now } = situation
  const member = memberOf(organization, args.account, now)
  if (!member)
    return refused('accountNotFound', `account: the organization has no account ${args.account}`)
  const { name = member.name, notes = member.notes } = args
  const flaw =
    args.name === undefined ? undefined : memberNameFlaw(situation, args.name, member.account)
  if (flaw) return flaw
  const changed = {
    ...member,
    ...(name === undefined ? {} : { name }),
    ...(notes === undefined ? {} : { notes }),
  }
  const members = withEntry(organization.members, member.account, changed)
  return done({}, { organizations: [{ ...organization, members }] })
}
