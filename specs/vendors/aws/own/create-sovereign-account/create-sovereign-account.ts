import { within } from '../../../../model/callers.ts'
import { createPair } from '../../../../model/creations.ts'
import { refused, type Decision, type Inside } from '../../../../model/decision.ts'
import { wrapped } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Creation } from '../../../../vocabulary/nouns.ts'
import type { NewAccount } from '../../../../vocabulary/verbs.ts'
import { newAccount } from '../../dialect/account-rows.ts'
import * as structure from '../../dialect/structures.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** creates a pair: one account here, one in the sovereign cloud */
    createSovereignAccount: Own<'sovereign-accounts', NewAccount, Creation>
  }
}

const create = (situation: Inside, args: NewAccount): Decision<Creation> =>
  situation.rules.sovereignAccounts
    ? createPair(situation, args)
    : refused('sovereignUnavailable', 'the management account has no sovereign counterpart')

/** Begins to create a pair of accounts where there is a sovereign cloud. */
export const createSovereignAccount: OwnOperation<'createSovereignAccount'> = {
  verb: 'createSovereignAccount',
  feature: {
    id: 'sovereign-accounts',
    title: 'Accounts are created in pairs with a sovereign cloud',
  },
  row: {
    operation: 'CreateGovCloudAccount',
    args: newAccount,
    result: wrapped('CreateAccountStatus', structure.creation),
  },
  rule: within(create),
  lasting: 'an account that was created stays',
  template: {
    caller: 'management',
    resources: ['organization'],
    input: {
      AccountName: '$fresh.name',
      Email: '$fresh.email',
      RoleName: 'OrganizationAccountAccessRole',
      Tags: [{ Key: 'orgproof', Value: 'yes' }],
    },
    excusedBy: 'sovereignUnavailable',
    yields: ['/CreateAccountStatus/Id', '/CreateAccountStatus/State'],
    writes: true,
  },
}
