import type { DialectOf } from '../../../vendor/dialect.ts'
import { member, nothing, record } from '../../../vendor/lens.ts'
import type { Paging } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { only, paging } from './arguments.ts'
import * as structure from './structures.ts'
import { id, sole } from './values.ts'

/** Members: told of, moved, removed. */
export const memberRows: DialectOf<
  'getAccount' | 'listAccounts' | 'listAccountsIn' | 'moveAccount' | 'removeAccount'
> = {
  getAccount: {
    operation: 'GetOrganizationMember',
    args: only('account', 'MemberUin'),
    result: structure.account,
  },
  listAccounts: {
    operation: 'ListOrganizationMembers',
    args: record<Paging>(paging),
    result: structure.listed('Members', structure.listedMember),
  },
  listAccountsIn: {
    operation: 'ListOrganizationNodeMembers',
    args: record<Omit<Args<'listAccountsIn'>, 'contact'>>(
      { ...paging, parent: member('NodeId', id) },
      ['parent'],
    ),
    result: structure.listed('Members', structure.listedMember),
  },
  moveAccount: {
    operation: 'MoveOrganizationMembersToNode',
    args: record<Omit<Args<'moveAccount'>, 'from'>>(
      { account: member('Uins', sole(id)), to: member('NodeId', id) },
      ['account', 'to'],
    ),
    spread: 'Uins',
    result: nothing,
  },
  removeAccount: {
    operation: 'DeleteOrganizationMembers',
    args: only('account', 'Uins', sole(id)),
    spread: 'Uins',
    result: nothing,
  },
}
