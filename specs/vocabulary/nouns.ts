/**
 * The neutral nouns: what an organizations API keeps, whoever sells it.
 * Ids are opaque strings. Instants are milliseconds since 1970-01-01T00:00Z.
 */

export type Instant = number

/** Which features an organization was founded with: everything, or only the common bill. */
export type FeatureSet = 'all' | 'billing'
export type PolicyType = 'control' | 'tag' | 'backup' | 'ai-opt-out' | 'chat'
export type TypeStatus = 'enabled' | 'enabling' | 'disabling'
export type AccountStatus = 'active' | 'suspended' | 'closing'
export type JoinMethod = 'invited' | 'created'
export type CreationState = 'running' | 'succeeded' | 'failed'
export type InvitationState =
  | 'requested'
  | 'open'
  | 'cancelled'
  | 'accepted'
  | 'declined'
  | 'expired'
/** `invite` asks an account to join; `enable-all` and `approve-all` migrate to all features; `link-role` is a service's own. */
export type Action = 'invite' | 'enable-all' | 'approve-all' | 'link-role'
export type PartyKind = 'account' | 'organization' | 'email' | 'name'
export type NodeKind = 'root' | 'unit' | 'account'
/** A value the vocabulary has no word for yet travels unchanged. */
export type Open<T extends string> = T | (string & {})

/** Where something belongs; some vendors write it into resource names. */
export interface Home {
  readonly organization: string
  readonly management: string
}

export interface Tag {
  readonly key: string
  readonly value: string
}

export interface PolicyTypeState {
  readonly type: Open<PolicyType>
  readonly status: Open<TypeStatus>
}

export interface Organization {
  readonly id: string
  readonly management: string
  readonly managementEmail?: string
  readonly managementName?: string
  /** nobody but the management account is in it */
  readonly empty?: boolean
  readonly features?: Open<FeatureSet>
  readonly policyTypes?: readonly PolicyTypeState[]
  readonly createdAt?: Instant
}

export interface Root {
  readonly id: string
  readonly name?: string
  readonly policyTypes?: readonly PolicyTypeState[]
  readonly createdAt?: Instant
  readonly home?: Home
}

export interface Unit {
  readonly id: string
  readonly name?: string
  readonly parent?: string
  /** the ids from the root down to it */
  readonly path?: readonly string[]
  /** how many accounts stand in it directly */
  readonly accounts?: number
  readonly createdAt?: Instant
  readonly home?: Home
}

/** Where an account stands: a unit or the root, and what that stands in. */
export interface Place {
  readonly id: string
  readonly name?: string
  readonly parent?: string
}

export interface Account {
  readonly id: string
  readonly name?: string
  /** what the organization notes about it */
  readonly notes?: string
  readonly place?: Place
  /** the ids from the root down to it */
  readonly path?: readonly string[]
  readonly email?: string
  readonly status?: Open<AccountStatus>
  readonly joinedBy?: Open<JoinMethod>
  readonly joinedAt?: Instant
  readonly phone?: string
  readonly home?: Home
}

export interface Creation {
  readonly id: string
  readonly state: Open<CreationState>
  readonly name?: string
  readonly account?: string
  /** the second account of a sovereign-cloud pair */
  readonly sovereignAccount?: string
  readonly failure?: string
  readonly requestedAt?: Instant
  readonly completedAt?: Instant
}

export interface Party {
  readonly kind: Open<PartyKind>
  readonly id: string
}

/** A fact an invitation carries: who invites, with which features, in which words. */
export interface Detail {
  readonly kind: Open<
    | 'account'
    | 'organization'
    | 'features'
    | 'email'
    | 'management-email'
    | 'management-name'
    | 'notes'
    | 'member-name'
    | 'parent-invitation'
  >
  readonly value?: string
  readonly details?: readonly Detail[]
}

export interface Invitation {
  readonly id: string
  readonly action?: Open<Action>
  readonly state: Open<InvitationState>
  readonly parties?: readonly Party[]
  readonly details?: readonly Detail[]
  readonly requestedAt?: Instant
  readonly expiresAt?: Instant
  /** when it was answered, or sent while nobody did */
  readonly updatedAt?: Instant
  readonly home?: Home
}

export interface PolicySummary {
  readonly id: string
  readonly name?: string
  readonly type?: Open<PolicyType>
  readonly description?: string
  /** made by the vendor: nobody can change it */
  readonly builtin?: boolean
  readonly home?: Home
}

export interface Policy extends PolicySummary {
  readonly content?: string
}

export interface Node {
  readonly id: string
  readonly kind: Open<NodeKind>
}

export interface PolicyTarget extends Node {
  readonly name?: string
  readonly home?: Home
}

export interface EffectivePolicy {
  readonly target?: string
  readonly type?: Open<PolicyType>
  readonly content: string
  readonly updatedAt?: Instant
}

export interface TrustedService {
  readonly service: string
  readonly since?: Instant
}

export interface Delegate extends Account {
  readonly since?: Instant
}

/** A page asked for: how many entries at most, and where the last page ended. */
export interface Paging {
  readonly size?: number
  readonly token?: string
}

/** A page answered; `next` is absent on the last one. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
  /** how many entries there are on all pages */
  readonly total?: number
}

export interface InvitationFilter {
  readonly action?: Action
  readonly parent?: string
}
