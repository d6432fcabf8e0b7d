import type { DialectOf } from '../../../vendor/dialect.ts'
import { known, member, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { InvitationFilter } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, paging } from './arguments.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const filtered: Lens<Args<'listReceivedInvitations'>> = record<Args<'listReceivedInvitations'>>({
  ...paging,
  filter: member(
    'Filter',
    record<InvitationFilter>({
      action: member('ActionType', known(word.action)),
      parent: member('ParentHandshakeId'),
    }),
  ),
})

const answered = wrapped('Handshake', structure.invitation)

/** Invitations, which the vendor calls handshakes. */
export const invitationRows: DialectOf<
  | 'inviteAccount'
  | 'acceptInvitation'
  | 'declineInvitation'
  | 'cancelInvitation'
  | 'getInvitation'
  | 'listReceivedInvitations'
  | 'listSentInvitations'
> = {
  inviteAccount: {
    operation: 'InviteAccountToOrganization',
    args: record<Omit<Args<'inviteAccount'>, 'name'>>(
      { target: member('Target', structure.party), notes: member('Notes'), tags: structure.tags },
      ['target'],
    ),
    result: answered,
  },
  acceptInvitation: {
    operation: 'AcceptHandshake',
    args: only('invitation', 'HandshakeId'),
    result: answered,
  },
  declineInvitation: {
    operation: 'DeclineHandshake',
    args: only('invitation', 'HandshakeId'),
    result: answered,
  },
  cancelInvitation: {
    operation: 'CancelHandshake',
    args: only('invitation', 'HandshakeId'),
    result: answered,
  },
  getInvitation: {
    operation: 'DescribeHandshake',
    args: only('invitation', 'HandshakeId'),
    result: answered,
  },
  listReceivedInvitations: {
    operation: 'ListHandshakesForAccount',
    args: filtered,
    result: listed('Handshakes', structure.invitation),
  },
  listSentInvitations: {
    operation: 'ListHandshakesForOrganization',
    args: filtered,
    result: listed('Handshakes', structure.invitation),
  },
}
