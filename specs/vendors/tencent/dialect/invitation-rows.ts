import type { DialectOf } from '../../../vendor/dialect.ts'
import { mapped, member, record, type Lens } from '../../../vendor/lens.ts'
import type { Invitation, Paging } from '../../../vocabulary/nouns.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { marked, only, paging, silent } from './arguments.ts'
import { invitation } from './invitation.ts'
import { listed } from './structures.ts'
import { id } from './values.ts'

interface InvitationQuery {
  readonly guest: string
  readonly name: string
  readonly notes: string
}

/** The vendor wants a name for the member to be, and notes: without any the account's id has to do. */
const asked: Lens<Args<'inviteAccount'>> = mapped<Args<'inviteAccount'>, InvitationQuery>(
  record<InvitationQuery>(
    { guest: member('InviteUin', id), name: member('Name'), notes: member('Remark') },
    ['guest', 'name', 'notes'],
  ),
  ({ target, name = `account-${target.id}`, notes = '' }) => ({ guest: target.id, name, notes }),
  ({ guest, ...said }) => ({ target: { kind: 'account', id: guest }, ...said }),
)

const invitations = listed('Invitations', invitation)
const answered = silent<Invitation>()

/** Invitations: `Invited` says which end of them an account asks for. */
export const invitationRows: DialectOf<
  | 'inviteAccount'
  | 'acceptInvitation'
  | 'declineInvitation'
  | 'cancelInvitation'
  | 'listReceivedInvitations'
  | 'listSentInvitations'
> = {
  inviteAccount: { operation: 'SendOrganizationInvitation', args: asked, result: answered },
  acceptInvitation: {
    operation: 'AcceptOrganizationInvitation',
    args: only('invitation', 'Id'),
    result: answered,
  },
  declineInvitation: {
    operation: 'DenyOrganizationInvitation',
    args: only('invitation', 'Id'),
    result: answered,
  },
  cancelInvitation: {
    operation: 'CancelOrganizationInvitation',
    args: only('invitation', 'Id'),
    result: answered,
  },
  listReceivedInvitations: {
    operation: 'ListOrganizationInvitations',
    args: marked(record<Paging>(paging), 'Invited', 1),
    result: invitations,
  },
  listSentInvitations: {
    operation: 'ListOrganizationInvitations',
    args: marked(record<Paging>(paging), 'Invited', 0),
    result: invitations,
  },
}
