import type { DialectOf } from '../../../vendor/dialect.ts'
import { known, list, member, nothing, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { Args, NewAccount } from '../../../vocabulary/verbs.ts'
import { listed, only, pageOnly, paging } from './arguments.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

type AccountInput = Omit<NewAccount, 'phone' | 'notes'>

/** What is said of a new account. */
export const newAccount: Lens<AccountInput> = record<AccountInput>(
  {
    name: member('AccountName'),
    email: member('Email'),
    role: member('RoleName'),
    billingAccess: member('IamUserAccessToBilling', known(word.billingAccess)),
    tags: structure.tags,
  },
  ['name', 'email'],
)

/** Accounts: made, moved, closed, removed. */
export const accountRows: DialectOf<
  | 'createAccount'
  | 'getAccountCreation'
  | 'listAccountCreations'
  | 'getAccount'
  | 'listAccounts'
  | 'listAccountsIn'
  | 'moveAccount'
  | 'closeAccount'
  | 'removeAccount'
  | 'leaveOrganization'
> = {
  createAccount: {
    operation: 'CreateAccount',
    args: newAccount,
    result: wrapped('CreateAccountStatus', structure.creation),
  },
  getAccountCreation: {
    operation: 'DescribeCreateAccountStatus',
    args: only('creation', 'CreateAccountRequestId'),
    result: wrapped('CreateAccountStatus', structure.creation),
  },
  listAccountCreations: {
    operation: 'ListCreateAccountStatus',
    args: record<Args<'listAccountCreations'>>({
      ...paging,
      states: member('States', list(word.creationState)),
    }),
    result: listed('CreateAccountStatuses', structure.creation),
  },
  getAccount: {
    operation: 'DescribeAccount',
    args: only('account', 'AccountId'),
    result: wrapped('Account', structure.account),
  },
  listAccounts: {
    operation: 'ListAccounts',
    args: pageOnly,
    result: listed('Accounts', structure.account),
  },
  listAccountsIn: {
    operation: 'ListAccountsForParent',
    args: record<Omit<Args<'listAccountsIn'>, 'contact'>>(
      { ...paging, parent: member('ParentId') },
      ['parent'],
    ),
    result: listed('Accounts', structure.account),
  },
  moveAccount: {
    operation: 'MoveAccount',
    args: record<Args<'moveAccount'>>(
      {
        account: member('AccountId'),
        from: member('SourceParentId'),
        to: member('DestinationParentId'),
      },
      ['account', 'from', 'to'],
    ),
    result: nothing,
  },
  closeAccount: { operation: 'CloseAccount', args: only('account', 'AccountId'), result: nothing },
  removeAccount: {
    operation: 'RemoveAccountFromOrganization',
    args: only('account', 'AccountId'),
    result: nothing,
  },
  leaveOrganization: { operation: 'LeaveOrganization', args: nothing, result: nothing },
}
