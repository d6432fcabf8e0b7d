import type { InvitationRecord } from '../model/world.ts'
import { inEach, repeated, type Invariant, type Moment } from './invariant.ts'

/** Whether somebody can still answer. */
const isWaiting = ({ answer, expiresAt = Infinity }: InvitationRecord, { now }: Moment): boolean =>
  answer === undefined && now < expiresAt

const waitingIn = (moment: Moment): readonly InvitationRecord[] =>
  [...moment.world.invitations.values()].filter((one) => isWaiting(one, moment))

/** The key under which a party receives. */
const boxOf = ({ recipient: { kind, id } }: InvitationRecord): string =>
  `${kind}:${id.toLowerCase()}`

/** Who is meant: the account that has the address, where one has. */
const reached = ({ recipient }: InvitationRecord, { world, rules }: Moment): string => {
  const address = recipient.id.toLowerCase()
  if (recipient.kind !== 'email') return address
  const [local = '', domain] = address.split('@')
  const stranger = domain === rules.strangers?.emailDomain && !world.accounts.has(local)
  return world.emails.get(address) ?? (stranger ? local : address)
}

/** Invitations and requests, and the lists that name them. */
export const invitations: readonly Invariant[] = [
  {
    invariant: 'an open invitation comes from an organization that is there',
    flaws: (moment) =>
      waitingIn(moment)
        .filter(({ organization }) => !moment.world.organizations.has(organization))
        .map(({ id }) => id),
  },
  {
    invariant: 'an organization knows what it sent',
    flaws: ({ world }) => {
      const living = [...world.organizations.values()]
      const listed = living.flatMap(({ id, invitations: sent }) =>
        sent.map((one) => `${one} by ${id}`),
      )
      const written = [...world.invitations.values()]
        .filter(({ organization }) => world.organizations.has(organization))
        .map(({ id, organization }) => `${id} by ${organization}`)
      return [...repeated(listed), ...difference(listed, written)]
    },
  },
  {
    invariant: 'an invitation lies in the inbox of its recipient',
    flaws: ({ world }) => {
      const lying = [...world.inboxes].flatMap(([box, ids]) => ids.map((id) => `${id} at ${box}`))
      const sent = [...world.invitations.values()].map((one) => `${one.id} at ${boxOf(one)}`)
      return [...repeated(lying), ...difference(lying, sent)]
    },
  },
  {
    invariant: 'nobody is asked twice at once',
    flaws: (moment) =>
      repeated(
        waitingIn(moment).map(
          (one) => `${one.action} to ${reached(one, moment)} by ${one.organization}`,
        ),
      ),
  },
  {
    invariant: 'a request and its parts name each other',
    flaws: ({ world }) =>
      [...world.invitations.values()].flatMap(({ id, parent, children }) => [
        ...children.filter((child) => world.invitations.get(child)?.parent !== id),
        ...(parent === undefined || world.invitations.get(parent)?.children.includes(id)
          ? []
          : [`${id} is no part of ${parent}`]),
      ]),
  },
  inEach('what a member is asked ends when it leaves', (organization, moment) =>
    waitingIn(moment)
      .filter(
        (one) =>
          one.organization === organization.id &&
          one.action !== 'invite' &&
          !organization.members.has(one.recipient.id),
      )
      .map(({ id }) => id),
  ),
  inEach('what is called by a name is called so alone', (organization, moment) => {
    if (!moment.rules.namedMembers) return []
    const given = [...organization.members.values()].flatMap(({ name }) => name ?? [])
    const promised = waitingIn(moment).flatMap(({ organization: by, name }) =>
      by === organization.id ? (name ?? []) : [],
    )
    return repeated([...given, ...promised])
  }),
  inEach('members and who is invited are no more than may be', (organization, moment) => {
    const invited = waitingIn(moment).filter(
      ({ organization: by, action }) => by === organization.id && action === 'invite',
    )
    const count = organization.members.size + invited.length
    return count > (moment.rules.limits.accountsPerOrganization ?? Infinity) ? [`${count}`] : []
  }),
]

/** What stands in one list and not in the other. */
const difference = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...one.filter((entry) => !other.includes(entry)),
  ...other.filter((entry) => !one.includes(entry)),
]
