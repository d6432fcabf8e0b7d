import type { Invitation, InvitationFilter, Page } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { invitationOf, isRecipient, partiesOf } from './answers.ts'
import { done, refused, type Decision, type Inside, type Situation } from './decision.ts'
import { showInvitation } from './invitation-state.ts'
import { listed } from './paging.ts'
import { partyKey, type InvitationRecord } from './world.ts'

/**
 * One invitation, for the accounts of its organization and the account it is addressed to.
 */
export function getInvitation(
  situation: Situation,
  args: Args<'getInvitation'>,
): Decision<Invitation> {
  const found = invitationOf(situation, args.invitation)
  if (!found)
    return refused('invitationNotFound', `invitation: there is no invitation ${args.invitation}`)
  const concerned =
    situation.caller.organization === found.organization || isRecipient(situation.caller, found)
  return concerned
    ? done(showInvitation(situation, found))
    : refused('accessDenied', 'the invitation concerns other accounts')
}

/** The invitations addressed to the calling account. */
export function listReceivedInvitations(
  situation: Situation,
  args: Args<'listReceivedInvitations'>,
): Decision<Page<Invitation>> {
  const { caller, world } = situation
  const ids = partiesOf(caller).flatMap((party) => world.inboxes.get(partyKey(party)) ?? [])
  return list(situation, ids, args.filter)
}

/** The invitations the organization sent. */
export function listSentInvitations(
  situation: Inside,
  args: Args<'listSentInvitations'>,
): Decision<Page<Invitation>> {
  return list(situation, situation.organization.invitations, args.filter)
}

const list = (
  situation: Situation,
  ids: readonly string[],
  filter: InvitationFilter = {},
): Decision<Page<Invitation>> => {
  if (filter.action !== undefined && filter.parent !== undefined)
    return refused('invitationFilterAmbiguous', 'filter: by action or by parent, not by both')
  const entries = ids
    .flatMap((id) => invitationOf(situation, id) ?? [])
    .filter((entry) => fits(entry, filter))
    .toSorted((one, other) => one.requestedAt - other.requestedAt)
  return listed(situation, {
    entries,
    keyOf: ({ id }) => id,
    show: (entry) => showInvitation(situation, entry),
  })
}

const fits = (entry: InvitationRecord, { action, parent }: InvitationFilter): boolean =>
  (action ?? entry.action) === entry.action && (parent ?? entry.parent) === entry.parent
