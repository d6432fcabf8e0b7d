import type { Invitation, Party } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import type { Changes } from './changes.ts'
import { done, refused, type Decision, type Refused, type Scene } from './decision.ts'
import { closed, isPending, isVisible, showInvitation, stateOf } from './invitation-state.ts'
import { admit } from './membership.ts'
import { isLastStep } from './migration.ts'
import { partyKey, type AccountRecord, type InvitationRecord } from './world.ts'

type Answer = 'accepted' | 'declined' | 'cancelled'

/** The invitation with that id, as long as it is shown (D17, D19). */
export function invitationOf(scene: Scene, id: string): InvitationRecord | undefined {
  const invitation = scene.world.invitations.get(id)
  return invitation && isVisible(invitation, scene) ? invitation : undefined
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
 * completes the migration when all have agreed (D10–D12, D15–D17, D25, D26).
 */
export function acceptInvitation(
  scene: Scene,
  args: Args<'acceptInvitation'>,
): Decision<Invitation> {
  const invitation = invitationOf(scene, args.invitation)
  if (!invitation) return notThere(args.invitation)
  const flaw = recipientFlaw(scene, invitation) ?? stateFlaw(scene, invitation, 'accepted')
  if (flaw) return flaw
  if (invitation.action === 'invite') return join(scene, invitation)
  if (!isLastStep(scene, invitation)) return answered(scene, invitation, { state: 'accepted' })
  return complete(scene, invitation)
}

/** The invited account refuses; the invitation can not be revived (D14–D17). */
export function declineInvitation(
  scene: Scene,
  args: Args<'declineInvitation'>,
): Decision<Invitation> {
  const invitation = invitationOf(scene, args.invitation)
  if (!invitation) return notThere(args.invitation)
  return (
    recipientFlaw(scene, invitation) ??
    stateFlaw(scene, invitation, 'declined') ??
    answered(scene, invitation, { state: 'declined' })
  )
}

/** The account that sent the invitation takes it back, with all its parts (D13, D15–D17). */
export function cancelInvitation(
  scene: Scene,
  args: Args<'cancelInvitation'>,
): Decision<Invitation> {
  const invitation = invitationOf(scene, args.invitation)
  if (!invitation) return notThere(args.invitation)
  if (invitation.management !== scene.caller.id)
    return refused('accessDenied', 'only the account that sent the invitation may cancel it')
  return (
    stateFlaw(scene, invitation, 'cancelled') ?? answered(scene, invitation, { state: 'cancelled' })
  )
}

const notThere = (id: string): Refused =>
  refused('invitationNotFound', `invitation: there is no invitation ${id}`)

const recipientFlaw = ({ caller }: Scene, invitation: InvitationRecord): Refused | undefined =>
  isRecipient(caller, invitation)
    ? undefined
    : refused('accessDenied', 'only the account it is addressed to may answer an invitation')

const stateFlaw = (
  scene: Scene,
  invitation: InvitationRecord,
  answer: Answer,
): Refused | undefined => {
  const state = stateOf(invitation, scene)
  if (state === answer)
    return refused('invitationAlreadyInState', `invitation: it is ${answer} already`)
  const early = answer === 'accepted' && state === 'requested'
  return isPending(invitation, scene) && !early
    ? undefined
    : refused('invitationWrongTransition', `invitation: it is ${state} and can not be ${answer}`)
}

/** Records the answer; what was declined or cancelled as a whole leaves no part waiting. */
const answered = (
  scene: Scene,
  invitation: InvitationRecord,
  { state, ...changes }: Changes & { readonly state: Answer },
): Decision<Invitation> => {
  const next = closed(invitation, state, scene.now)
  const parts = invitation.children
    .flatMap((id) => scene.world.invitations.get(id) ?? [])
    .filter((part) => isPending(part, scene))
    .map((part) => closed(part, 'cancelled', scene.now))
  return done(showInvitation(scene, next), { ...changes, invitations: [next, ...parts] })
}

const join = (scene: Scene, invitation: InvitationRecord): Decision<Invitation> => {
  const { caller, world, rules, now } = scene
  if (caller.organization !== undefined)
    return refused('inviteeInOrganization', 'the account belongs to an organization already')
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
  return answered(scene, invitation, {
    state: 'accepted',
    organizations: [admit(organization, rules, joining)],
    accounts: [{ ...caller, organization: organization.id }],
  })
}

/** All features from now on; policy types are switched on one by one (D27). */
const complete = (scene: Scene, invitation: InvitationRecord): Decision<Invitation> => {
  const organization = scene.world.organizations.get(invitation.organization)
  if (!organization) throw new Error(`invitation ${invitation.id} has outlived its organization`)
  return answered(scene, invitation, {
    state: 'accepted',
    organizations: [{ ...organization, features: 'all' }],
  })
}
