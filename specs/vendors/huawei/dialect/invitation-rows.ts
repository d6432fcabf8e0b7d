import type { DialectOf } from '../../../vendor/dialect.ts'
import { member, record, wrapped, type Lens } from '../../../vendor/lens.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, only, pageOnly } from './arguments.ts'
import { invitation, target } from './invitation.ts'
import * as structure from './structures.ts'

const answered = wrapped('handshake', invitation)

/** The document wants notes (line 1825); the vocabulary does not. */
const noted: Lens<Omit<Args<'inviteAccount'>, 'name'>> = {
  write: (args) => ({ notes: '', ...(asked.write(args) as object) }),
  read: (json) => asked.read(json),
}

const asked: Lens<Omit<Args<'inviteAccount'>, 'name'>> = record<
  Omit<Args<'inviteAccount'>, 'name'>
>({ target: member('target', target), notes: member('notes'), tags: structure.tags }, ['target'])

/** Invitations, which the vendor also calls handshakes. */
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
    operation: 'InviteAccountToJoinOrganization',
    args: noted,
    result: answered,
  },
  acceptInvitation: {
    operation: 'AcceptInvitation',
    args: only('invitation', 'handshake_id'),
    result: answered,
  },
  declineInvitation: {
    operation: 'DeclineInvitation',
    args: only('invitation', 'handshake_id'),
    result: answered,
  },
  cancelInvitation: {
    operation: 'CancelInvitation',
    args: only('invitation', 'handshake_id'),
    result: answered,
  },
  getInvitation: {
    operation: 'GetInvitationInformation',
    args: only('invitation', 'handshake_id'),
    result: answered,
  },
  listReceivedInvitations: {
    operation: 'ListReceivedInvitations',
    args: pageOnly,
    result: listed('handshakes', invitation),
  },
  listSentInvitations: {
    operation: 'ListSentInvitations',
    args: pageOnly,
    result: listed('handshakes', invitation),
  },
}
