import { integer, mapped, member, record, type Lens } from '../../../vendor/lens.ts'
import type {
  Detail,
  Instant,
  Invitation,
  InvitationState,
  Open,
} from '../../../vocabulary/nouns.ts'
import * as value from './values.ts'

/** The vendor's OrgInvitation, member by member. */
interface Sent {
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

const sent: Lens<Sent> = record<Sent>(
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
export const invitation: Lens<Invitation> = mapped<Invitation, Sent>(sent, outward, inward)

function outward({ id, state, parties = [], details = [], home, ...times }: Invitation): Sent {
  const said = (kind: string): string => valueOf(details, kind) ?? ''
  return known({
    id,
    state,
    recipient: parties.find(({ kind }) => kind === 'account')?.id,
    management: home?.management ?? valueOf(details, 'management'),
    managementName: said('management-name'),
    managementEmail: said('management-email'),
    name: said('member-name'),
    notes: said('notes'),
    kind: 1,
    requestedAt: times.requestedAt,
    expiresAt: times.expiresAt,
  })
}

/** What is known of an invitation, without what is not. */
const known = (parts: { readonly [K in keyof Sent]: Sent[K] | undefined }): Sent =>
  Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined),
  ) as unknown as Sent

function inward({ id, state, recipient, requestedAt, expiresAt, ...rest }: Sent): Invitation {
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

const detailsOf = (rest: Partial<Sent>): readonly Detail[] => {
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
