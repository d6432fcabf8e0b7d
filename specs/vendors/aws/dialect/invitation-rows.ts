import type { DialectOf } from '../../../vendor/dialect.ts'
import { known, member, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { InvitationFilter } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, paging } from './arguments.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const filtered: Lens<Args<'received'>> = record<Args<'received'>>({
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
  'invite' | 'accept' | 'decline' | 'cancel' | 'invitation' | 'received' | 'sent'
> = {
  invite: {
    operation: 'InviteAccountToOrganization',
    args: record<Omit<Args<'invite'>, 'name'>>(
      { target: member('Target', structure.party), notes: member('Notes'), tags: structure.tags },
      ['target'],
    ),
    result: answered,
  },
  accept: {
    operation: 'AcceptHandshake',
    args: only('invitation', 'HandshakeId'),
    result: answered,
  },
  decline: {
    operation: 'DeclineHandshake',
    args: only('invitation', 'HandshakeId'),
    result: answered,
  },
  cancel: {
    operation: 'CancelHandshake',
    args: only('invitation', 'HandshakeId'),
    result: answered,
  },
  invitation: {
    operation: 'DescribeHandshake',
    args: only('invitation', 'HandshakeId'),
    result: answered,
  },
  received: {
    operation: 'ListHandshakesForAccount',
    args: filtered,
    result: listed('Handshakes', structure.invitation),
  },
  sent: {
    operation: 'ListHandshakesForOrganization',
    args: filtered,
    result: listed('Handshakes', structure.invitation),
  },
}
