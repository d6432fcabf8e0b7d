import {
  partyKey,
  type AccountRecord,
  type InvitationRecord,
  type OrganizationRecord,
  type World,
} from './world.ts'

/** The records a command wrote. Indexes follow from them. */
export interface Changes {
  readonly accounts?: readonly AccountRecord[]
  readonly organizations?: readonly OrganizationRecord[]
  readonly invitations?: readonly InvitationRecord[]
  /** ids of organizations that are no more */
  readonly dissolved?: readonly string[]
  /** the network endpoints that an account lets in from now on */
  readonly endpoints?: readonly { readonly account: string; readonly left: readonly string[] }[]
}

/** A world that is written in place: what a server keeps between two commands. */
export interface Store extends World {
  readonly accounts: Map<string, AccountRecord>
  readonly organizations: Map<string, OrganizationRecord>
  readonly invitations: Map<string, InvitationRecord>
  readonly emails: Map<string, string>
  readonly inboxes: Map<string, readonly string[]>
  readonly endpoints: Map<string, readonly string[]>
}

/** A world in which nobody has called yet. */
export function emptyWorld(): World {
  return emptyStore()
}

/** An empty world to be written in place by `applyTo`. */
export function emptyStore(): Store {
  return {
    accounts: new Map(),
    organizations: new Map(),
    invitations: new Map(),
    emails: new Map(),
    inboxes: new Map(),
    endpoints: new Map(),
  }
}

/** The world after the changes; the given one stays as it was. Costs a copy of the outer maps. */
export function commit(world: World, changes: Changes): World {
  const next = copyOf(world)
  applyTo(next, changes)
  return next
}

/** A world of its own that stands as another one does; records are shared, since none is ever written in place. */
export function copyOf(world: World): Store {
  return {
    accounts: new Map(world.accounts),
    organizations: new Map(world.organizations),
    invitations: new Map(world.invitations),
    emails: new Map(world.emails),
    inboxes: new Map(world.inboxes),
    endpoints: new Map(world.endpoints),
  }
}

/** `commit` in place: costs only the changed records, however large the world is. */
export function applyTo(store: Store, changes: Changes): void {
  each(changes.accounts, (account) => enrol(store, account))
  each(changes.organizations, (organization) =>
    store.organizations.set(organization.id, organization),
  )
  each(changes.invitations, (invitation) => keep(store, invitation))
  each(changes.dissolved, (id) => store.organizations.delete(id))
  each(changes.endpoints, ({ account, left }) => store.endpoints.set(account, left))
}

const each = <T>(records: readonly T[] = [], write: (record: T) => unknown): void => {
  for (const record of records) write(record)
}

const enrol = (store: Store, account: AccountRecord): void => {
  store.accounts.set(account.id, account)
  store.emails.set(account.email.toLowerCase(), account.id)
}

/** An invitation nobody had before goes into its recipient's inbox. */
const keep = (store: Store, invitation: InvitationRecord): void => {
  if (!store.invitations.has(invitation.id)) {
    const key = partyKey(invitation.recipient)
    store.inboxes.set(key, [...(store.inboxes.get(key) ?? []), invitation.id])
  }
  store.invitations.set(invitation.id, invitation)
}
