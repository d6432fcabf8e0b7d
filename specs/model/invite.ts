import type { Invitation, Party } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { accountLimitFlaw } from './account-limit.ts'
import { accountByEmail, accountByName, accountOf } from './accounts.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { isPending, showInvitation } from './invitation-state.ts'
import { memberNameFlaw } from './member-name.ts'
import { isMigrating } from './migration.ts'
import { opened } from './open-invitation.ts'
import { tagFlaw } from './tags.ts'
import type { AccountRecord } from './world.ts'

/** Asks an account, named by its id, e-mail address or name, to join. */
export function inviteAccount(
  situation: Inside,
  args: Args<'inviteAccount'>,
): Decision<Invitation> {
  const { target, name, notes, tags = [] } = args
  const account = reached(situation, target)
  const flaw = firstOf(
    partyFlaw(situation, target),
    tagFlaw(situation.rules, tags),
    strangerFlaw(situation, target, account),
    stateFlaw(situation, target, account),
    name === undefined ? undefined : memberNameFlaw(situation, name),
    accountLimitFlaw(situation),
  )
  if (flaw) return flaw
  const recipient: Party = target
  const invitation = opened(situation, {
    action: 'invite',
    recipient,
    tags,
    children: [],
    ...(name === undefined ? {} : { name }),
    ...(notes === undefined ? {} : { notes }),
  })
  const { organization } = situation
  const invitations = [...organization.invitations, invitation.id]
  return done(showInvitation(situation, invitation), {
    organizations: [{ ...organization, invitations }],
    invitations: [invitation],
  })
}

/** The account an invitation reaches; nobody yet when the e-mail address is new. */
const reached = ({ world, rules }: Inside, { kind, id }: Party): AccountRecord | undefined => {
  if (kind === 'account') return accountOf(world, rules, id)
  if (kind === 'name') return accountByName(world, rules, id)
  return kind === 'email' ? accountByEmail(world, rules, id) : undefined
}

const partyFlaw = ({ rules }: Inside, { kind, id }: Party): Refused | undefined => {
  if (kind === 'email')
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(id)
      ? undefined
      : refused('inviteEmailInvalid', 'target: not an e-mail address')
  const fits = kind === 'name' || (kind === 'account' && (rules.strangers?.id.test(id) ?? true))
  return fits
    ? undefined
    : refused('invitePartyKind', `target: not an account id or e-mail address`)
}

const strangerFlaw = (
  { rules }: Inside,
  { kind, id }: Party,
  account: AccountRecord | undefined,
): Refused | undefined =>
  !account && (kind === 'name' || (kind === 'account' && !rules.strangers))
    ? refused('accountNotFound', `target: there is no account ${id}`)
    : undefined

const stateFlaw = (
  situation: Inside,
  target: Party,
  account: AccountRecord | undefined,
): Refused | undefined => {
  if (isMigrating(situation))
    return refused('inviteDuringMigration', 'the organization is enabling all features')
  if (account?.organization !== undefined && !isHidden(situation, target))
    return refused('inviteeInOrganization', `target: ${target.id} belongs to an organization`)
  if (hasOne(situation, target, account))
    return refused('invitationDuplicate', `target: ${target.id} is invited already`)
  return undefined
}

/** Whether nobody looks up who is behind the name of a party. */
const isHidden = ({ rules }: Inside, { kind }: Party): boolean =>
  kind === 'email' && rules.addressesHideMembers

/** Whether an unanswered invitation reaches the same account, under whichever name. */
const hasOne = (situation: Inside, target: Party, account: AccountRecord | undefined): boolean =>
  situation.organization.invitations.some((id) => {
    const invitation = situation.world.invitations.get(id)
    if (invitation?.action !== 'invite' || !isPending(invitation, situation)) return false
    const { recipient } = invitation
    if (account) return reached(situation, recipient)?.id === account.id
    return recipient.kind === target.kind && recipient.id.toLowerCase() === target.id.toLowerCase()
  })
