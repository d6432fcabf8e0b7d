import type { DialectOf } from '../../../vendor/dialect.ts'
import { known, list, member, nothing, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, pageOnly, paging } from './arguments.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

type NewAccount = Omit<Args<'createAccount'>, 'phone' | 'notes'>

const newAccount: Lens<NewAccount> = record<NewAccount>(
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
  | 'createSovereignAccount'
  | 'creation'
  | 'creations'
  | 'account'
  | 'accounts'
  | 'accountsIn'
  | 'move'
  | 'close'
  | 'remove'
  | 'leave'
> = {
  createAccount: {
    operation: 'CreateAccount',
    args: newAccount,
    result: wrapped('CreateAccountStatus', structure.creation),
  },
  createSovereignAccount: {
    operation: 'CreateGovCloudAccount',
    args: newAccount,
    result: wrapped('CreateAccountStatus', structure.creation),
  },
  creation: {
    operation: 'DescribeCreateAccountStatus',
    args: only('creation', 'CreateAccountRequestId'),
    result: wrapped('CreateAccountStatus', structure.creation),
  },
  creations: {
    operation: 'ListCreateAccountStatus',
    args: record<Args<'creations'>>({
      ...paging,
      states: member('States', list(word.creationState)),
    }),
    result: listed('CreateAccountStatuses', structure.creation),
  },
  account: {
    operation: 'DescribeAccount',
    args: only('account', 'AccountId'),
    result: wrapped('Account', structure.account),
  },
  accounts: {
    operation: 'ListAccounts',
    args: pageOnly,
    result: listed('Accounts', structure.account),
  },
  accountsIn: {
    operation: 'ListAccountsForParent',
    args: record<Omit<Args<'accountsIn'>, 'contact'>>({ ...paging, parent: member('ParentId') }, [
      'parent',
    ]),
    result: listed('Accounts', structure.account),
  },
  move: {
    operation: 'MoveAccount',
    args: record<Args<'move'>>(
      {
        account: member('AccountId'),
        from: member('SourceParentId'),
        to: member('DestinationParentId'),
      },
      ['account', 'from', 'to'],
    ),
    result: nothing,
  },
  close: { operation: 'CloseAccount', args: only('account', 'AccountId'), result: nothing },
  remove: {
    operation: 'RemoveAccountFromOrganization',
    args: only('account', 'AccountId'),
    result: nothing,
  },
  leave: { operation: 'LeaveOrganization', args: nothing, result: nothing },
}
