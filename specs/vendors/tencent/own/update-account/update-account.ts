import { memberOf } from '../../../../model/accounts.ts'
import { within } from '../../../../model/callers.ts'
import { done, refused, type Decision, type Inside } from '../../../../model/decision.ts'
import { withEntry } from '../../../../model/entries.ts'
import { memberNameFlaw } from '../../../../model/member-name.ts'
import { member, nothing, record } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Args, Nothing } from '../../../../vocabulary/verbs.ts'
import { id } from '../../dialect/values.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** changes what the organization calls an account and notes about it */
    updateAccount: Own<
      'account-update',
      { readonly account: string; readonly name?: string; readonly notes?: string },
      Nothing
    >
  }
}

const update = (situation: Inside, args: Args<'updateAccount'>): Decision<Nothing> => {
  const { organization, now } = situation
  const found = memberOf(organization, args.account, now)
  if (!found)
    return refused('accountNotFound', `account: the organization has no account ${args.account}`)
  const { name = found.name, notes = found.notes } = args
  const flaw =
    args.name === undefined ? undefined : memberNameFlaw(situation, args.name, found.account)
  if (flaw) return flaw
  const changed = {
    ...found,
    ...(name === undefined ? {} : { name }),
    ...(notes === undefined ? {} : { notes }),
  }
  const members = withEntry(organization.members, found.account, changed)
  return done({}, { organizations: [{ ...organization, members }] })
}

/** Changes what is given of a member's name and notes; the account itself stays as it is. */
export const updateAccount: OwnOperation<'updateAccount'> = {
  verb: 'updateAccount',
  feature: {
    id: 'account-update',
    title: "Members have a name and notes of the organization's own",
  },
  row: {
    operation: 'UpdateOrganizationMember',
    args: record<Args<'updateAccount'>>(
      { account: member('MemberUin', id), name: member('Name'), notes: member('Remark') },
      ['account'],
    ),
    result: nothing,
  },
  rule: within(update),
  template: {
    caller: 'management',
    resources: ['member'],
    input: { MemberUin: '#member.id', Name: '$fresh.name' },
    references: { MemberUin: { unknown: 'account', refusal: 'accountNotFound' } },
    yields: [],
    writes: true,
  },
}
