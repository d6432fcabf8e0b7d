import type { DialectOf } from '../../../vendor/dialect.ts'
import { flag, list, mapped, member, nothing, record, wrapped } from '../../../vendor/lens.ts'
import type { Lens, Member } from '../../../vendor/lens.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, paging } from './arguments.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const contact: { readonly contact: Member<boolean> } = {
  contact: member('with_register_contact_info', flag),
}

/** E-mail addresses are told on request only, so a client of ours always asks for them. */
const asking = <T extends { readonly contact?: boolean }>(lens: Lens<T>): Lens<T> =>
  mapped<T, T>(
    lens,
    (args) => ({ contact: true, ...args }),
    (args) => args,
  )

type NewAccount = Omit<Args<'createAccount'>, 'billingAccess'>

const newAccount: Lens<NewAccount> = record<NewAccount>(
  {
    name: member('name'),
    email: member('email'),
    phone: member('phone'),
    role: member('agency_name'),
    notes: member('description'),
    tags: structure.tags,
  },
  ['name'],
)

/** Accounts: made, described, moved, closed, removed. */
export const accountRows: DialectOf<
  | 'createAccount'
  | 'getAccountCreation'
  | 'listAccountCreations'
  | 'getAccount'
  | 'listAccountsIn'
  | 'listAccounts'
  | 'moveAccount'
  | 'closeAccount'
  | 'removeAccount'
  | 'leaveOrganization'
> = {
  createAccount: {
    operation: 'CreateAccount',
    args: newAccount,
    result: wrapped('create_account_status', structure.creation),
  },
  getAccountCreation: {
    operation: 'QueryAccountCreationStatus',
    args: only('creation', 'create_account_status_id'),
    result: wrapped('create_account_status', structure.creation),
  },
  listAccountCreations: {
    operation: 'QueryAccountCreationRequestsInState',
    args: record<Args<'listAccountCreations'>>({
      ...paging,
      states: member('states', list(word.creationState)),
    }),
    result: listed('create_account_statuses', structure.creation),
  },
  getAccount: {
    operation: 'GetAccountInformation',
    args: asking(
      record<Args<'getAccount'>>({ ...contact, account: member('account_id') }, ['account']),
    ),
    result: wrapped('account', structure.account),
  },
  // one operation lists all accounts, or those in a parent: the more special reading comes first
  listAccountsIn: {
    operation: 'ListAccountsInOrganization',
    args: asking(
      record<Args<'listAccountsIn'>>({ ...paging, ...contact, parent: member('parent_id') }, [
        'parent',
      ]),
    ),
    result: listed('accounts', structure.account),
  },
  listAccounts: {
    operation: 'ListAccountsInOrganization',
    args: asking(record<Args<'listAccounts'>>({ ...paging, ...contact })),
    result: listed('accounts', structure.account),
  },
  moveAccount: {
    operation: 'MoveAccount',
    args: record<Args<'moveAccount'>>(
      {
        account: member('account_id'),
        from: member('source_parent_id'),
        to: member('destination_parent_id'),
      },
      ['account', 'from', 'to'],
    ),
    result: nothing,
  },
  closeAccount: { operation: 'CloseAccount', args: only('account', 'account_id'), result: nothing },
  removeAccount: {
    operation: 'RemoveAccount',
    args: only('account', 'account_id'),
    result: nothing,
  },
  leaveOrganization: { operation: 'LeaveOrganization', args: nothing, result: nothing },
}
