import { memberOf, showAccount } from '../../../../model/accounts.ts'
import { within } from '../../../../model/callers.ts'
import { done, refused, type Decision, type Inside } from '../../../../model/decision.ts'
import { withEntry } from '../../../../model/entries.ts'
import { member, record, wrapped } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Account } from '../../../../vocabulary/nouns.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import * as structure from '../../dialect/structures.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** writes what is noted about a member, and tells the whole of it; no notes change nothing */
    updateAccountNotes: Own<
      'account-notes',
      { readonly account: string; readonly notes?: string },
      Account
    >
  }
}

const update = (situation: Inside, args: Args<'updateAccountNotes'>): Decision<Account> => {
  const { organization, now } = situation
  const found = memberOf(organization, args.account, now)
  if (!found)
    return refused('accountNotFound', `account: the organization has no account ${args.account}`)
  const { notes } = args
  if (notes === undefined) return done(showAccount(situation, found))
  const { notes: _before, ...bare } = found
  const noted = notes === '' ? bare : { ...found, notes }
  const members = withEntry(organization.members, found.account, noted)
  return done(showAccount(situation, noted), { organizations: [{ ...organization, members }] })
}

/** Writes what is noted about a member; empty notes take it away, none change nothing. */
export const updateAccountNotes: OwnOperation<'updateAccountNotes'> = {
  verb: 'updateAccountNotes',
  feature: { id: 'account-notes', title: 'Members carry a description that can be rewritten' },
  row: {
    operation: 'UpdateAccount',
    args: record<Args<'updateAccountNotes'>>(
      { account: member('account_id'), notes: member('description') },
      ['account'],
    ),
    result: wrapped('account', structure.account),
  },
  rule: within(update),
  template: {
    caller: 'management',
    resources: ['member'],
    input: { account_id: '$member.id', description: 'of orgproof' },
    references: { account_id: { unknown: 'account', refusal: 'accountNotFound' } },
    yields: ['/account/id'],
    writes: true,
  },
}
