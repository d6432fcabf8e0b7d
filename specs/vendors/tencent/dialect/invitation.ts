import { integer, mapped, member, record, type Lens } from '../../../vendor/lens.ts'
import type {
  Detail,
  Instant,
  Invitation,
  InvitationState,
  Open,
  Party,
} from '../../../vocabulary/nouns.ts'
import * as value from './values.ts'

/** The vendor's OrgInvitation, member by member. */
interface SentInvitation {
  readonly id: string
  readonly recipient?: string
  readonly management?: string
  readonly managementName?: string
  readonly managementEmail?: string
  readonly state: Open<InvitationState>
  readonly name?: string
  readonly notes?: string
  readonly kind?: number
  readonly requestedAt?: Instant
  readonly expiresAt?: Instant
}

const sent: Lens<SentInvitation> = record<SentInvitation>(
  {
    id: member('Id', value.id),
    recipient: member('Uin', value.id),
    management: member('HostUin', value.id),
    managementName: member('HostName'),
    managementEmail: member('HostMail'),
    state: member('Status', value.invitationState),
    name: member('Name'),
    notes: member('Remark'),
    kind: member('OrgType', integer),
    requestedAt: member('InviteTime', value.moment),
    expiresAt: member('ExpireTime', value.moment),
  },
  ['id', 'state'],
)

/** The vendor always asks somebody to join: no other action needs an agreement. */
export const invitation: Lens<Invitation> = mapped<Invitation, SentInvitation>(
  sent,
  outward,
  inward,
)

function outward({
  id,
  state,
  parties = [],
  details = [],
  home,
  ...times
}: Invitation): SentInvitation {
  const said = (kind: string): string => valueOf(details, kind) ?? ''
  return {
    id,
    state,
    ...recipientIn(parties),
    ...managementIn(details, home),
    managementName: said('management-name'),
    managementEmail: said('management-email'),
    name: said('member-name'),
    notes: said('notes'),
    kind: 1,
    ...(times.requestedAt !== undefined && { requestedAt: times.requestedAt }),
    ...(times.expiresAt !== undefined && { expiresAt: times.expiresAt }),
  }
}

const recipientIn = (parties: readonly Party[]): Pick<SentInvitation, 'recipient'> => {
  const recipient = parties.find(({ kind }) => kind === 'account')?.id
  return recipient === undefined ? {} : { recipient }
}

const managementIn = (
  details: readonly Detail[],
  home: Invitation['home'],
): Pick<SentInvitation, 'management'> => {
  const management = home?.management ?? valueOf(details, 'management')
  return management === undefined ? {} : { management }
}

function inward({
  id,
  state,
  recipient,
  requestedAt,
  expiresAt,
  ...rest
}: SentInvitation): Invitation {
  return {
    id,
    state,
    action: 'invite',
    ...(recipient !== undefined && { parties: [{ kind: 'account', id: recipient }] }),
    details: detailsOf(rest),
    ...(requestedAt !== undefined && { requestedAt }),
    ...(expiresAt !== undefined && { expiresAt }),
  }
}

const detailsOf = (rest: Partial<SentInvitation>): readonly Detail[] => {
  const pairs = [
    ['management', rest.management],
    ['management-name', rest.managementName],
    ['management-email', rest.managementEmail],
    ['member-name', rest.name],
    ['notes', rest.notes],
  ] as const
  return pairs.flatMap(([kind, text]) => (text === undefined ? [] : [{ kind, value: text }]))
}

const valueOf = (details: readonly Detail[], kind: string): string | undefined =>
  details.flatMap((one) => [one, ...(one.details ?? [])]).find((one) => one.kind === kind)?.value
