import type { Detail, Instant, Invitation, InvitationState, Party } from '../vocabulary/nouns.ts'
import type { Situation } from './decision.ts'
import type { InvitationRecord } from './world.ts'

type Moment = Pick<Situation, 'world' | 'now' | 'rules'>

/**
 * The state an invitation is in now: its answer, or expired, or waiting. A request to all members
 * is requested until every part of it is accepted, then open for the management to complete.
 */
export function stateOf(invitation: InvitationRecord, moment: Moment): InvitationState {
  const { answer, expiresAt = Infinity, children } = invitation
  if (answer) return answer.state
  if (moment.now >= expiresAt) return 'expired'
  const agreed = children.every((id) => {
    const state = moment.world.invitations.get(id)?.answer?.state
    return state === 'accepted' || state === 'cancelled'
  })
  return agreed ? 'open' : 'requested'
}

/** Whether it still can be answered. */
export function isPending(invitation: InvitationRecord, moment: Moment): boolean {
  const state = stateOf(invitation, moment)
  return state === 'open' || state === 'requested'
}

/** Whether it is still shown: answered and expired ones vanish after a while. */
export function isVisible(invitation: InvitationRecord, { now, rules }: Moment): boolean {
  const { answer, expiresAt = Infinity } = invitation
  const { invitationVisibleDays = Infinity } = rules.limits
  return now < (answer?.at ?? expiresAt) + days(invitationVisibleDays)
}

/** Days as milliseconds. */
export function days(count: number): number {
  return count * 24 * 60 * 60 * 1000
}

/** The invitation with its answer. */
export function closed(
  invitation: InvitationRecord,
  state: 'accepted' | 'declined' | 'cancelled',
  at: Instant,
): InvitationRecord {
  return { ...invitation, answer: { state, at } }
}

/** The invitation, accepted by an account. */
export function acceptedBy(
  invitation: InvitationRecord,
  by: string,
  at: Instant,
): InvitationRecord {
  return { ...invitation, answer: { state: 'accepted', at, by } }
}

/** An invitation as its parties see it. */
export function showInvitation(moment: Moment, invitation: InvitationRecord): Invitation {
  const { id, action, organization, management, requestedAt, expiresAt, answer } = invitation
  return {
    id,
    action,
    state: stateOf(invitation, moment),
    parties: [
      { kind: 'organization', id: organization },
      ...(forManagement(invitation) ? [] : [recipientOf(moment, invitation)]),
    ],
    details: detailsOf(invitation),
    requestedAt,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    updatedAt: answer?.at ?? requestedAt,
    home: { organization, management },
  }
}

/** Who is invited, as it was named, or as it is known since it accepted. */
const recipientOf = ({ rules }: Moment, { recipient, answer }: InvitationRecord): Party =>
  rules.acceptingNamesAccount && recipient.kind === 'email' && answer?.by !== undefined
    ? { kind: 'account', id: answer.by }
    : recipient

/** The last step of a migration is the management's own affair: nobody else is a party to it. */
const forManagement = ({ recipient, management }: InvitationRecord): boolean =>
  recipient.kind === 'account' && recipient.id === management

const detailsOf = (invitation: InvitationRecord): readonly Detail[] => {
  const { organization, recipient, name, notes, parent } = invitation
  if (forManagement(invitation)) return [{ kind: 'organization', value: organization }]
  return [
    {
      kind: 'organization',
      value: organization,
      details: [
        { kind: 'management-email', value: invitation.managementEmail },
        { kind: 'management-name', value: invitation.managementName },
        { kind: 'features', value: invitation.features },
      ],
    },
    { kind: recipient.kind, value: recipient.id },
    ...(name === undefined ? [] : [{ kind: 'member-name', value: name }]),
    ...(notes === undefined ? [] : [{ kind: 'notes', value: notes }]),
    ...(parent === undefined ? [] : [{ kind: 'parent-invitation', value: parent }]),
  ]
}
