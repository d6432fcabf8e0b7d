import { mapped, member, record, type Lens } from '../../../vendor/lens.ts'
import type * as noun from '../../../vocabulary/nouns.ts'
import { instant } from './arguments.ts'
import { urn } from './urn.ts'
import * as word from './words.ts'

export const target: Lens<noun.Party> = record<noun.Party>(
  { kind: member('type', word.partyKind), id: member('entity') },
  ['kind', 'id'],
)

/** An invitation as the vendor lays it out: flat, and only ever from an organization to an account. */
interface Handshake {
  readonly id: string
  readonly urn?: string
  readonly state: noun.Open<noun.InvitationState>
  readonly management?: string
  readonly managementName?: string
  readonly organization?: string
  readonly notes?: string
  readonly target?: noun.Party
  readonly requestedAt?: noun.Instant
  readonly updatedAt?: noun.Instant
  readonly expiresAt?: noun.Instant
}

const handshake: Lens<Handshake> = record<Handshake>(
  {
    id: member('id'),
    urn: member('urn'),
    state: member('status', word.invitationState),
    management: member('management_account_id'),
    managementName: member('management_account_name'),
    organization: member('organization_id'),
    notes: member('notes'),
    target: member('target', target),
    requestedAt: member('created_at', instant),
    updatedAt: member('updated_at', instant),
    expiresAt: member('expired_at', instant),
  },
  ['id', 'state'],
)

const allOf = (details: readonly noun.Detail[]): readonly noun.Detail[] =>
  details.flatMap((detail) => [detail, ...allOf(detail.details ?? [])])

/** Members of a record that are there. */
const given = <T extends object>(members: T): { readonly [K in keyof T]: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]: NonNullable<T[K]>
  }

const outward = (value: noun.Invitation): Handshake => {
  const { id, state, requestedAt, updatedAt, expiresAt, home } = value
  const said = (kind: string): string | undefined =>
    allOf(value.details ?? []).find((detail) => detail.kind === kind)?.value
  return {
    id,
    state,
    ...given({
      urn: home && urn(home, `handshake:${home.organization}/${id}`),
      management: home?.management,
      managementName: said('management-name'),
      organization: home?.organization,
      notes: said('notes'),
      target: value.parties?.find(({ kind }) => kind !== 'organization'),
      requestedAt,
      updatedAt,
      expiresAt,
    }),
  }
}

const inward = (told: Handshake): noun.Invitation => {
  const { management, managementName, organization, notes, target: invited } = told
  const parties: readonly noun.Party[] = [
    ...(organization === undefined ? [] : [{ kind: 'organization', id: organization }]),
    ...(invited === undefined ? [] : [invited]),
  ]
  const details: readonly noun.Detail[] = [
    ...(managementName === undefined ? [] : [{ kind: 'management-name', value: managementName }]),
    ...(notes === undefined ? [] : [{ kind: 'notes', value: notes }]),
  ]
  const known = organization !== undefined && management !== undefined
  return {
    id: told.id,
    action: 'invite',
    state: told.state,
    parties,
    details,
    ...given({
      requestedAt: told.requestedAt,
      updatedAt: told.updatedAt,
      expiresAt: told.expiresAt,
      home: known ? { organization, management } : undefined,
    }),
  }
}

/** The document's HandshakeDto. */
export const invitation: Lens<noun.Invitation> = mapped<noun.Invitation, Handshake>(
  handshake,
  outward,
  inward,
)
