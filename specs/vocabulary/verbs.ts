import type {
  FeatureSet,
  PolicyType,
  CreationState,
  Open,
  Tag,
  Organization,
  Root,
  Unit,
  Account,
  Creation,
  Party,
  Invitation,
  PolicySummary,
  Policy,
  Node,
  PolicyTarget,
  EffectivePolicy,
  TrustedService,
  Delegate,
  Paging,
  Page,
  InvitationFilter,
} from './nouns.ts'

/**
 * The neutral words: nouns, and here the verbs. A vendor's dialect maps each verb to one of its operations;
 * the model decides what a verb does; scenarios speak nothing else.
 */
export type * from './nouns.ts'

/** A verb that answers nothing. */
export type Nothing = Readonly<Record<string, never>>

/** What a verb takes, and what it answers. */
export interface Shape<A, R> {
  readonly args: A
  readonly result: R
}

/** What is said of an account that is to be created. */
export interface NewAccount {
  readonly name: string
  readonly email?: string
  readonly phone?: string
  readonly notes?: string
  readonly role?: string
  readonly billingAccess?: 'allow' | 'deny'
  readonly tags?: readonly Tag[]
}

/** Some vendors tell e-mail address and telephone only where they are asked for. */
interface Contact {
  readonly contact?: boolean
}

interface Attachment {
  readonly policy: string
  readonly target: string
}

interface TypeSwitch {
  readonly root: string
  readonly type: Open<PolicyType>
}

interface Delegating {
  readonly account: string
  readonly service: string
}

/** The verbs that at least two vendors speak, with what they take and what they answer. */
export interface NeutralVerbs {
  createOrganization: Shape<{ readonly features?: FeatureSet }, Organization>
  deleteOrganization: Shape<Nothing, Nothing>
  getOrganization: Shape<Nothing, Organization>

  listRoots: Shape<Paging, Page<Root>>
  createUnit: Shape<
    { readonly parent: string; readonly name: string; readonly tags?: readonly Tag[] },
    Unit
  >
  renameUnit: Shape<{ readonly unit: string; readonly name?: string }, Unit>
  deleteUnit: Shape<{ readonly unit: string }, Nothing>
  getUnit: Shape<{ readonly unit: string }, Unit>
  /** the units directly in a parent; all of the organization without one */
  listUnits: Shape<Paging & { readonly parent?: string }, Page<Unit>>
  listChildren: Shape<
    Paging & { readonly parent: string; readonly kind: Open<'unit' | 'account'> },
    Page<Node>
  >
  listParents: Shape<Paging & { readonly child: string }, Page<Node>>

  createAccount: Shape<NewAccount, Creation>
  getAccountCreation: Shape<{ readonly creation: string }, Creation>
  listAccountCreations: Shape<
    Paging & { readonly states?: readonly Open<CreationState>[] },
    Page<Creation>
  >
  getAccount: Shape<Contact & { readonly account: string }, Account>
  listAccounts: Shape<Paging & Contact, Page<Account>>
  listAccountsIn: Shape<Paging & Contact & { readonly parent: string }, Page<Account>>
  /** not every vendor asks where the account stands */
  moveAccount: Shape<
    { readonly account: string; readonly from?: string; readonly to: string },
    Nothing
  >
  closeAccount: Shape<{ readonly account: string }, Nothing>
  removeAccount: Shape<{ readonly account: string }, Nothing>
  leaveOrganization: Shape<Nothing, Nothing>

  inviteAccount: Shape<
    {
      readonly target: Party
      /** what the organization is going to call the account */
      readonly name?: string
      readonly notes?: string
      readonly tags?: readonly Tag[]
    },
    Invitation
  >
  acceptInvitation: Shape<{ readonly invitation: string }, Invitation>
  declineInvitation: Shape<{ readonly invitation: string }, Invitation>
  cancelInvitation: Shape<{ readonly invitation: string }, Invitation>
  getInvitation: Shape<{ readonly invitation: string }, Invitation>
  /** the invitations the calling account takes part in */
  listReceivedInvitations: Shape<Paging & { readonly filter?: InvitationFilter }, Page<Invitation>>
  /** the invitations of the calling account's organization */
  listSentInvitations: Shape<Paging & { readonly filter?: InvitationFilter }, Page<Invitation>>

  createPolicy: Shape<
    {
      readonly name: string
      readonly type: Open<PolicyType>
      readonly description: string
      readonly content: string
      readonly tags?: readonly Tag[]
    },
    Policy
  >
  updatePolicy: Shape<
    {
      readonly policy: string
      readonly name?: string
      readonly description?: string
      readonly content?: string
    },
    Policy
  >
  deletePolicy: Shape<{ readonly policy: string }, Nothing>
  getPolicy: Shape<{ readonly policy: string }, Policy>
  /** those of a type; all of them without one */
  listPolicies: Shape<Paging & { readonly type?: Open<PolicyType> }, Page<PolicySummary>>
  attachPolicy: Shape<Attachment, Nothing>
  detachPolicy: Shape<Attachment, Nothing>
  listPoliciesOn: Shape<
    Paging & { readonly target: string; readonly type?: Open<PolicyType> },
    Page<PolicySummary>
  >
  listTargetsOf: Shape<Paging & { readonly policy: string }, Page<PolicyTarget>>
  enablePolicyType: Shape<TypeSwitch, Root>
  disablePolicyType: Shape<TypeSwitch, Root>
  getEffectivePolicy: Shape<
    { readonly type: Open<PolicyType>; readonly target?: string },
    EffectivePolicy
  >

  enableServiceAccess: Shape<{ readonly service: string }, Nothing>
  disableServiceAccess: Shape<{ readonly service: string }, Nothing>
  listTrustedServices: Shape<Paging, Page<TrustedService>>
  registerDelegate: Shape<Delegating, Nothing>
  deregisterDelegate: Shape<Delegating, Nothing>
  listDelegates: Shape<Paging & { readonly service?: string }, Page<Delegate>>
  listDelegations: Shape<Paging & { readonly account: string }, Page<TrustedService>>

  tagResource: Shape<{ readonly resource: string; readonly tags: readonly Tag[] }, Nothing>
  untagResource: Shape<{ readonly resource: string; readonly keys: readonly string[] }, Nothing>
  listTags: Shape<Paging & { readonly resource: string }, Page<Tag>>
}

/** A verb that one vendor alone speaks: the feature it belongs to, what it takes and what it answers. */
export interface Own<F extends string, A, R> extends Shape<A, R> {
  readonly feature: F
}

/**
 * The verbs that one vendor alone speaks. Each is declared where that vendor's facts are: the folder of the
 * operation, specs/vendors/<vendor>/own/<operation>/, adds it to this interface.
 */
export interface OwnVerbs {}

/** Every verb there is. */
export interface Verbs extends NeutralVerbs, OwnVerbs {}

export type NeutralVerb = keyof NeutralVerbs
export type OwnVerb = keyof OwnVerbs
export type Verb = keyof Verbs
export type Args<V extends Verb> = Verbs[V]['args']
export type Result<V extends Verb> = Verbs[V]['result']
/** The verbs whose result is a page of entries. */
export type ListVerb = { [V in Verb]: Result<V> extends Page<unknown> ? V : never }[Verb]
/** The neutral ones of them. */
export type NeutralListVerb = Extract<ListVerb, NeutralVerb>
export type Item<V extends ListVerb> = Result<V> extends Page<infer T> ? T : never

/** A verb with its arguments, said by an account. */
export interface CommandOf<V extends Verb> {
  readonly verb: V
  readonly args: Args<V>
  readonly caller: string
}

/** A command whose verb is known only when the program runs. */
export type Command = { [V in Verb]: CommandOf<V> }[Verb]
