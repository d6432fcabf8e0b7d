import type {
  Account,
  AccountStatus,
  Instant,
  Open,
  Page,
  Paging,
  PolicyTarget,
  Tag,
  Unit,
} from './nouns.ts'
import type { Shape } from './verbs.ts'

/** The kinds of things that carry tags. */
export type TaggedKind = 'root' | 'unit' | 'account' | 'policy'

/** An account that was asked to be closed. */
export interface Closing {
  readonly id: string
  readonly organization?: string
  readonly state: Open<AccountStatus>
  readonly askedAt?: Instant
  readonly updatedAt?: Instant
}

/** A key with all its values. */
export interface TagValues {
  readonly key: string
  readonly values: readonly string[]
}

/** What a search for tagged things asks for: every key with one of its values, and names. */
export interface TagSearch {
  readonly kind: Open<TaggedKind>
  readonly untaggedOnly?: boolean
  readonly tags?: readonly TagValues[]
  /** pieces of names, by the kind of what is named */
  readonly named?: readonly { readonly kind: Open<TaggedKind>; readonly part: string }[]
}

export interface TaggedThing {
  readonly id: string
  readonly name?: string
  readonly tags: readonly Tag[]
}

/** A service whose resource types can be held to a tag policy. */
export interface EnforcedService {
  readonly service: string
  readonly types: readonly string[]
  /** whether all its types can be meant at once */
  readonly all: boolean
}

/** How much of something an organization may have and has. */
export interface Quota {
  readonly kind: Open<'account' | 'unit' | 'policy'>
  readonly limit: number
  readonly used: number
}

/** Something of a kind, named by both. */
interface KindOf {
  readonly kind: Open<TaggedKind>
  readonly resource: string
}

/**
 * What only some vendors offer beside the common verbs: each is a part of the vocabulary like every other, but
 * no vendor needs to have a word for it.
 */
export interface FurtherVerbs {
  /** puts a unit elsewhere in the tree, under a new name if one is given */
  moveUnit: Shape<{ readonly unit: string; readonly to: string; readonly name?: string }, Unit>
  /** the root and every unit, each with its parent */
  listTree: Shape<Readonly<Record<string, never>>, Page<Unit>>
  /** takes an account out of the unit it stands in, back to the root */
  moveAccountToRoot: Shape<
    { readonly account: string; readonly from: string },
    Readonly<Record<string, never>>
  >
  /** changes what the organization calls an account and notes about it */
  updateAccount: Shape<
    { readonly account: string; readonly name?: string; readonly notes?: string },
    Readonly<Record<string, never>>
  >
  /** leaves the organization that is named */
  leaveNamedOrganization: Shape<{ readonly organization: string }, Readonly<Record<string, never>>>
  /** writes what is noted about a member, and tells the whole of it; no notes change nothing */
  updateAccountNotes: Shape<{ readonly account: string; readonly notes?: string }, Account>
  listAccountClosings: Shape<{ readonly states?: readonly Open<AccountStatus>[] }, Page<Closing>>
  /** what is in a parent, whatever its kind; or where a child is. Exactly one of them is named. */
  listNodes: Shape<
    Paging & { readonly parent?: string; readonly child?: string },
    Page<PolicyTarget>
  >

  tagResourceOfKind: Shape<
    KindOf & { readonly tags: readonly Tag[] },
    Readonly<Record<string, never>>
  >
  untagResourceOfKind: Shape<
    KindOf & { readonly tags: readonly Tag[] },
    Readonly<Record<string, never>>
  >
  listTagsOfKind: Shape<Paging & KindOf, Page<Tag>>
  listTaggedResources: Shape<
    TagSearch & { readonly size?: number; readonly offset?: number },
    { readonly items: readonly TaggedThing[]; readonly total: number }
  >
  countTaggedResources: Shape<TagSearch, { readonly total: number }>
  /** every key in use on things of a kind, with its values */
  listTagValues: Shape<{ readonly kind: Open<TaggedKind> }, Page<TagValues>>

  /** the services that can be trusted */
  listServices: Shape<Readonly<Record<string, never>>, Page<string>>
  listEnforcedServices: Shape<Readonly<Record<string, never>>, Page<EnforcedService>>
  listQuotas: Shape<Readonly<Record<string, never>>, Page<Quota>>

  /** takes away the right of private network endpoints to get in */
  revokeEndpoints: Shape<
    {
      readonly region?: string
      readonly enterprise?: string
      readonly endpoints?: readonly { readonly endpoint?: string; readonly description?: string }[]
    },
    { readonly total?: number }
  >
}
