import type { DialectOf } from '../../../vendor/dialect.ts'
import { member, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, pageOnly } from './arguments.ts'
import { invitation, target } from './invitation.ts'
import * as structure from './structures.ts'

const answered = wrapped('handshake', invitation)

/** The document wants notes (line 1825); the vocabulary does not. */
const noted: Lens<Omit<Args<'invite'>, 'name'>> = {
  write: (args) => ({ notes: '', ...(asked.write(args) as object) }),
  read: (json) => asked.read(json),
}

const asked: Lens<Omit<Args<'invite'>, 'name'>> = record<Omit<Args<'invite'>, 'name'>>(
  { target: member('target', target), notes: member('notes'), tags: structure.tags },
  ['target'],
)

/** Invitations, which the vendor also calls handshakes. */
export const invitationRows: DialectOf<
  'invite' | 'accept' | 'decline' | 'cancel' | 'invitation' | 'received' | 'sent'
> = {
  invite: {
    operation: 'InviteAccountToJoinOrganization',
    args: noted,
    result: answered,
  },
  accept: {
    operation: 'AcceptInvitation',
    args: only('invitation', 'handshake_id'),
    result: answered,
  },
  decline: {
    operation: 'DeclineInvitation',
    args: only('invitation', 'handshake_id'),
    result: answered,
  },
  cancel: {
    operation: 'CancelInvitation',
    args: only('invitation', 'handshake_id'),
    result: answered,
  },
  invitation: {
    operation: 'GetInvitationInformation',
    args: only('invitation', 'handshake_id'),
    result: answered,
  },
  received: {
    operation: 'ListReceivedInvitations',
    args: pageOnly,
    result: listed('handshakes', invitation),
  },
  sent: {
    operation: 'ListSentInvitations',
    args: pageOnly,
    result: listed('handshakes', invitation),
  },
}
