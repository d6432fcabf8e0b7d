import type { Invitation, Party } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import type { Changes } from './changes.ts'
import {
  done,
  refused,
  type Decision,
  type Refused,
  type RefusedLate,
  type Situation,
} from './decision.ts'
import {
  acceptedBy,
  closed,
  isPending,
  isVisible,
  showInvitation,
  stateOf,
} from './invitation-state.ts'
import { admit } from './membership.ts'
import { isLastStep } from './migration.ts'
import { partyKey, type AccountRecord, type InvitationRecord } from './world.ts'

type Answer = 'accepted' | 'declined' | 'cancelled'

/** The invitation with that id, as long as it is shown. */
export function invitationOf(situation: Situation, id: string): InvitationRecord | undefined {
  const invitation = situation.world.invitations.get(id)
  return invitation && isVisible(invitation, situation) ? invitation : undefined
}

/** Whether the invitation is addressed to the account, by its id, its e-mail address or its name. */
export function isRecipient(account: AccountRecord, invitation: InvitationRecord): boolean {
  return partiesOf(account).some((party) => partyKey(party) === partyKey(invitation.recipient))
}

/** Every way to address an account. */
export function partiesOf({ id, email, name }: AccountRecord): readonly Party[] {
  return [
    { kind: 'account', id },
    { kind: 'email', id: email },
    { kind: 'name', id: name },
  ]
}

/**
 * The invited account agrees: it joins, or it agrees to all features; or the management account
 * completes the migration when all have agreed.
 */
export function acceptInvitation(
  situation: Situation,
  args: Args<'acceptInvitation'>,
): Decision<Invitation> {
  const invitation = invitationOf(situation, args.invitation)
  if (!invitation) return notThere(args.invitation)
  const flaw = recipientFlaw(situation, invitation) ?? stateFlaw(situation, invitation, 'accepted')
  if (flaw) return flaw
  if (invitation.action === 'invite') return join(situation, invitation)
  if (!isLastStep(situation, invitation))
    return answered(situation, invitation, { state: 'accepted' })
  return complete(situation, invitation)
}

/** The invited account refuses; the invitation can not be revived. */
export function declineInvitation(
  situation: Situation,
  args: Args<'declineInvitation'>,
): Decision<Invitation> {
  const invitation = invitationOf(situation, args.invitation)
  if (!invitation) return notThere(args.invitation)
  return (
    recipientFlaw(situation, invitation) ??
    stateFlaw(situation, invitation, 'declined') ??
    answered(situation, invitation, { state: 'declined' })
  )
}

/** The account that sent the invitation takes it back, with all its parts. */
export function cancelInvitation(
  situation: Situation,
  args: Args<'cancelInvitation'>,
): Decision<Invitation> {
  const invitation = invitationOf(situation, args.invitation)
  if (!invitation) return notThere(args.invitation)
  if (invitation.management !== situation.caller.id)
    return refused('accessDenied', 'only the account that sent the invitation may cancel it')
  return (
    stateFlaw(situation, invitation, 'cancelled') ??
    answered(situation, invitation, { state: 'cancelled' })
  )
}

const notThere = (id: string): Refused =>
  refused('invitationNotFound', `invitation: there is no invitation ${id}`)

const recipientFlaw = ({ caller }: Situation, invitation: InvitationRecord): Refused | undefined =>
  isRecipient(caller, invitation)
    ? undefined
    : refused('accessDenied', 'only the account it is addressed to may answer an invitation')

const stateFlaw = (
  situation: Situation,
  invitation: InvitationRecord,
  answer: Answer,
): Refused | undefined => {
  const state = stateOf(invitation, situation)
  if (state === answer)
    return refused('invitationAlreadyInState', `invitation: it is ${answer} already`)
  const early = answer === 'accepted' && state === 'requested'
  return isPending(invitation, situation) && !early
    ? undefined
    : refused('invitationWrongTransition', `invitation: it is ${state} and can not be ${answer}`)
}

/** Records the answer; what was declined or cancelled as a whole leaves no part waiting. */
const answered = (
  situation: Situation,
  invitation: InvitationRecord,
  { state, ...changes }: Changes & { readonly state: Answer },
): Decision<Invitation> => {
  const { caller, now } = situation
  const next =
    state === 'accepted' ? acceptedBy(invitation, caller.id, now) : closed(invitation, state, now)
  const parts = invitation.children
    .flatMap((id) => situation.world.invitations.get(id) ?? [])
    .filter((part) => isPending(part, situation))
    .map((part) => closed(part, 'cancelled', situation.now))
  return done(showInvitation(situation, next), { ...changes, invitations: [next, ...parts] })
}

const join = (situation: Situation, invitation: InvitationRecord): Decision<Invitation> => {
  const { caller, world, rules, now } = situation
  if (caller.organization !== undefined) return tooLate(situation, invitation)
  const organization = world.organizations.get(invitation.organization)
  if (!organization) throw new Error(`invitation ${invitation.id} has outlived its organization`)
  const { tags, name, notes } = invitation
  const named = rules.namedMembers && name !== undefined ? { name, notes: notes ?? '' } : {}
  const joining = {
    account: caller.id,
    joinedBy: 'invited',
    joinedAt: now,
    tags,
    ...named,
  } as const
  return answered(situation, invitation, {
    state: 'accepted',
    organizations: [admit(organization, rules, joining)],
    accounts: [{ ...caller, organization: organization.id }],
  })
}

/** Whoever belongs to an organization can not join; what hid that when it was invited has accepted by then. */
const tooLate = (
  { caller, rules, now }: Situation,
  invitation: InvitationRecord,
): Refused | RefusedLate => {
  const flaw = refused('inviteeInOrganization', 'the account belongs to an organization already')
  return rules.addressesHideMembers && invitation.recipient.kind === 'email'
    ? { ...flaw, changes: { invitations: [acceptedBy(invitation, caller.id, now)] } }
    : flaw
}

/** All features from now on; policy types are switched on one by one. */
const complete = (situation: Situation, invitation: InvitationRecord): Decision<Invitation> => {
  const organization = situation.world.organizations.get(invitation.organization)
  if (!organization) throw new Error(`invitation ${invitation.id} has outlived its organization`)
  return answered(situation, invitation, {
    state: 'accepted',
    organizations: [{ ...organization, features: 'all' }],
  })
}
