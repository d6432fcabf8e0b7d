import type { DialectOf } from '../../../vendor/dialect.ts'
import { member, nothing, record } from '../../../vendor/lens.ts'
import type { Paging } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { only, paging } from './arguments.ts'
import * as structure from './structures.ts'
import { id, sole } from './values.ts'

/** Members: told of, named, moved, taken out, removed. */
export const memberRows: DialectOf<
  'account' | 'accounts' | 'accountsIn' | 'move' | 'displace' | 'updateAccount' | 'remove' | 'quit'
> = {
  account: {
    operation: 'GetOrganizationMember',
    args: only('account', 'MemberUin'),
    result: structure.account,
  },
  accounts: {
    operation: 'ListOrganizationMembers',
    args: record<Paging>(paging),
    result: structure.listed('Members', structure.listedMember),
  },
  accountsIn: {
    operation: 'ListOrganizationNodeMembers',
    args: record<Omit<Args<'accountsIn'>, 'contact'>>({ ...paging, parent: member('NodeId', id) }, [
      'parent',
    ]),
    result: structure.listed('Members', structure.listedMember),
  },
  move: {
    operation: 'MoveOrganizationMembersToNode',
    args: record<Omit<Args<'move'>, 'from'>>(
      { account: member('Uins', sole(id)), to: member('NodeId', id) },
      ['account', 'to'],
    ),
    spread: 'Uins',
    result: nothing,
  },
  displace: {
    operation: 'DeleteOrganizationMemberFromNode',
    args: record<Args<'displace'>>(
      { account: member('MemberUin', id), from: member('NodeId', id) },
      ['account', 'from'],
    ),
    result: nothing,
  },
  updateAccount: {
    operation: 'UpdateOrganizationMember',
    args: record<Args<'updateAccount'>>(
      { account: member('MemberUin', id), name: member('Name'), notes: member('Remark') },
      ['account'],
    ),
    result: nothing,
  },
  remove: {
    operation: 'DeleteOrganizationMembers',
    args: only('account', 'Uins', sole(id)),
    spread: 'Uins',
    result: nothing,
  },
  quit: { operation: 'QuitOrganization', args: only('organization', 'OrgId'), result: nothing },
}
