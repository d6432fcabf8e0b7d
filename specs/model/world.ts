import type {
  Action,
  FeatureSet,
  Instant,
  InvitationState,
  JoinMethod,
  Party,
  PolicyType,
  Tag,
} from '../vocabulary/nouns.ts'

/**
 * An account somebody wrote something about; every other well-formed id is a stranger
 * (accounts.ts).
 */
export interface AccountRecord {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone?: string
  /** the organization it belongs to, or is being created in */
  readonly organization?: string
  readonly closedAt?: Instant
}

/**
 * An account's place in an organization. Before `joinedAt` nobody sees it: it is still being
 * created.
 */
export interface MemberRecord {
  readonly account: string
  readonly parent: string
  readonly joinedBy: JoinMethod
  readonly joinedAt: Instant
  /** what the organization calls it and notes about it */
  readonly name?: string
  readonly notes?: string
}

export interface UnitRecord {
  readonly id: string
  readonly name: string
  readonly parent: string
  readonly createdAt: Instant
}

export interface PolicyRecord {
  readonly id: string
  readonly name: string
  readonly type: PolicyType
  readonly description: string
  readonly content: string
  readonly changedAt: Instant
}

export interface AttachmentRecord {
  readonly policy: string
  readonly since: Instant
}

/** What becomes of a creation is settled when it is asked for, and shown from `settlesAt` on. */
export interface CreationRecord {
  readonly id: string
  readonly name: string
  readonly requestedAt: Instant
  readonly settlesAt: Instant
  readonly outcome:
    | { readonly account: string; readonly sovereignAccount?: string }
    | { readonly failure: 'email-taken' }
}

/** A policy type that was ever switched in a root; the switch is complete from `settlesAt` on. */
export interface SwitchRecord {
  readonly enabled: boolean
  readonly settlesAt: Instant
}

export interface DelegationRecord {
  readonly account: string
  readonly service: string
  readonly since: Instant
}

/** An invitation as it was sent; its state of a given moment is read by invitation-state.ts. */
export interface InvitationRecord {
  readonly id: string
  readonly action: Action
  readonly organization: string
  readonly management: string
  readonly managementName: string
  readonly managementEmail: string
  readonly features: FeatureSet
  readonly recipient: Party
  readonly requestedAt: Instant
  readonly expiresAt?: Instant
  /** what the organization is going to call the account */
  readonly name?: string
  readonly notes?: string
  readonly tags: readonly Tag[]
  /** the request to all members that this one is a part of */
  readonly parent?: string
  /** the parts of a request to all members */
  readonly children: readonly string[]
  readonly answer?: {
    readonly state: Extract<InvitationState, 'accepted' | 'declined' | 'cancelled'>
    readonly at: Instant
    /** the account that accepted */
    readonly by?: string
  }
}

/** Everything an organization owns, so that no look-up ever meets another organization. */
export interface OrganizationRecord {
  readonly id: string
  readonly management: string
  readonly root: string
  readonly features: FeatureSet
  readonly members: ReadonlyMap<string, MemberRecord>
  readonly units: ReadonlyMap<string, UnitRecord>
  readonly policies: ReadonlyMap<string, PolicyRecord>
  /** by target */
  readonly attachments: ReadonlyMap<string, readonly AttachmentRecord[]>
  readonly types: ReadonlyMap<PolicyType, SwitchRecord>
  readonly creations: ReadonlyMap<string, CreationRecord>
  /** sent by this organization, oldest first */
  readonly invitations: readonly string[]
  /** by resource */
  readonly tags: ReadonlyMap<string, readonly Tag[]>
  /** trusted services and since when */
  readonly services: ReadonlyMap<string, Instant>
  readonly delegations: readonly DelegationRecord[]
  readonly resourcePolicy?: { readonly id: string; readonly content: string }
  /** when accounts were closed, for the closing quota */
  readonly closings: readonly Instant[]
}

/** All accounts and organizations of one endpoint, as plain data. */
export interface World {
  readonly accounts: ReadonlyMap<string, AccountRecord>
  readonly organizations: ReadonlyMap<string, OrganizationRecord>
  readonly invitations: ReadonlyMap<string, InvitationRecord>
  /** who has an e-mail address (in lower case) */
  readonly emails: ReadonlyMap<string, string>
  /** the invitations a party received, by `partyKey` */
  readonly inboxes: ReadonlyMap<string, readonly string[]>
  /** the network endpoints an account lets in, once it has changed any */
  readonly endpoints: ReadonlyMap<string, readonly string[]>
}

/** The key of a party in `World.inboxes`; e-mail addresses do not tell cases apart. */
export function partyKey(party: Party): string {
  return `${party.kind}:${party.id.toLowerCase()}`
}
