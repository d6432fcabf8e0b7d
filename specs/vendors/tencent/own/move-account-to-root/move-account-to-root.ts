import { memberOf } from '../../../../model/accounts.ts'
import { within } from '../../../../model/callers.ts'
import { done, refused, type Decision, type Inside } from '../../../../model/decision.ts'
import { withEntry } from '../../../../model/entries.ts'
import { isParent } from '../../../../model/tree.ts'
import { member, nothing, record } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Args, Nothing } from '../../../../vocabulary/verbs.ts'
import { id } from '../../dialect/values.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** takes an account out of the unit it stands in, back to the root */
    moveAccountToRoot: Own<
      'account-displacement',
      { readonly account: string; readonly from: string },
      Nothing
    >
  }
}

const move = (situation: Inside, args: Args<'moveAccountToRoot'>): Decision<Nothing> => {
  const { organization, now } = situation
  if (!isParent(organization, args.from))
    return refused('unitNotFound', `from: there is no unit ${args.from}`)
  if (args.from === organization.root)
    return refused('displaceFromRoot', 'from: an account that stands in the root stays there')
  const found = memberOf(organization, args.account, now)
  if (found?.parent !== args.from)
    return refused('accountNotInUnit', `account: ${args.account} is not in ${args.from}`)
  const moved = { ...found, parent: organization.root }
  const members = withEntry(organization.members, args.account, moved)
  return done({}, { organizations: [{ ...organization, members }] })
}

/** Takes an account out of the unit it stands in, back to the root; out of the root there is no way. */
export const moveAccountToRoot: OwnOperation<'moveAccountToRoot'> = {
  verb: 'moveAccountToRoot',
  feature: { id: 'account-displacement', title: 'Accounts are taken out of their unit' },
  row: {
    operation: 'DeleteOrganizationMemberFromNode',
    args: record<Args<'moveAccountToRoot'>>(
      { account: member('MemberUin', id), from: member('NodeId', id) },
      ['account', 'from'],
    ),
    result: nothing,
  },
  rule: within(move),
  template: {
    caller: 'management',
    resources: ['housedMember'],
    input: { MemberUin: '#housedMember.id', NodeId: '#housedMember.parent' },
    references: {
      NodeId: { unknown: 'unit', refusal: 'unitNotFound' },
      MemberUin: { unknown: 'account', refusal: 'accountNotInUnit' },
    },
    yields: [],
    writes: true,
  },
}
