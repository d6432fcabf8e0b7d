import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { memberOf } from './accounts.ts'
import { done, refused, type Decision, type Inside } from './decision.ts'
import { withEntry } from './entries.ts'
import { isParent } from './tree.ts'

/** Takes an account out of the unit it stands in, back to the root; out of the root there is no way. */
export function moveAccountToRoot(
  situation: Inside,
  args: Args<'moveAccountToRoot'>,
): Decision<Nothing> {
  const { organization, now } = situation
  if (!isParent(organization, args.from))
    return refused('unitNotFound', `from: there is no unit ${args.from}`)
  if (args.from === organization.root)
    return refused('displaceFromRoot', 'from: an account that stands in the root stays there')
  const member = memberOf(organization, args.account, now)
  if (member?.parent !== args.from)
    return refused('accountNotInUnit', `account: ${args.account} is not in ${args.from}`)
  const moved = { ...member, parent: organization.root }
  const members = withEntry(organization.members, args.account, moved)
  return done({}, { organizations: [{ ...organization, members }] })
}
