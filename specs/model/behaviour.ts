import type { Action, JoinMethod, PolicyType } from '../vocabulary/nouns.ts'
import type { Verb } from '../vocabulary/verbs.ts'
import type { EffectForm } from './effect-form.ts'

/** Where vendors behave differently. A vendor's reference-endpoint.json says what is its own. */
export interface Behaviour {
  /** milliseconds until a created account is there; before, its creation is running */
  readonly creationDelay: number
  /** milliseconds until a policy type is switched; before, it is enabling or disabling */
  readonly switchDelay: number
  /** milliseconds until a closed account is suspended; before, it is closing */
  readonly closingDelay: number
  /** accounts nobody has written about exist all the same; absent: only known accounts exist */
  readonly strangers?: { readonly id: RegExp; readonly emailDomain: string }
  /** how whoever founds an organization is told to have come into it */
  readonly foundersJoin: JoinMethod
  /** verbs that an organization founded for the common bill alone can not use */
  readonly needAllFeatures: readonly Verb[]
  /** policy types that are enabled when an organization is founded with all features */
  readonly foundingTypes: readonly PolicyType[]
  /**
   * the two steps of a migration to all features: what members accept, what the management accepts
   * last
   */
  readonly migration: { readonly members: Action; readonly management: Action }
  /** whether a pair of accounts, one of them in the sovereign cloud, can be created */
  readonly sovereignAccounts: boolean
  /** members have a name and notes of the organization's own, and tell where they stand */
  readonly namedMembers: boolean
  /** moving something to where it stands already is accepted */
  readonly movesInPlace: boolean
  /** how a further page is asked for: by an opaque token, or by how many entries went before */
  readonly pages: 'tokens' | 'offsets'
  /**
   * How many accounts may be closed in `windowDays`: `share` of the members, at least
   * `limits.closableAccounts`, at most `most`. Without that limit: any number.
   */
  readonly closing: { readonly share: number; readonly most: number; readonly windowDays: number }
  /** whether only accounts that the organization created can be closed */
  readonly closesCreatedOnly: boolean
  /** whether units and policies keep an organization from being dissolved, as members do */
  readonly dissolvesBareOnly: boolean
  /** whether it is refused to trust twice, to end what is no trust, or one that administrators need */
  readonly strictTrust: boolean
  /** whether it is refused to take away a tag that is not there */
  readonly strictUntag: boolean
  /** the longest key and value of a tag, whose key then shows, too; absent: any tag can be written */
  readonly tagForm?: { readonly key: number; readonly value: number }
  /** where nothing in effect is told as an empty document instead of being refused: nowhere, where the type is on, anywhere */
  readonly emptyEffect: 'never' | 'enabled' | 'always'
  /** types whose documents in effect are told in small letters, and complete, and how */
  readonly effectForms: Readonly<Partial<Record<PolicyType, EffectForm>>>
  /** whether the address of a member hides that it is one: it is invited, and refused only when it has accepted */
  readonly addressesHideMembers: boolean
  /** whether who has accepted an invitation to an address is told by the id of the account */
  readonly acceptingNamesAccount: boolean
  /** whether the answer to an update of a policy tells its name and description only where they were given */
  readonly updatesTellGiven: boolean
  /** whether what is blank in an update leaves a description, and the name of a unit, as they were */
  readonly blanksKeep: boolean
  /** whether e-mail address and telephone are told only to those who ask for them */
  readonly contactOnRequest: boolean
}

/** What holds where a vendor says nothing: everything is done at once, and nothing is refused that a rule does not refuse. */
export const plainBehaviour: Behaviour = {
  creationDelay: 0,
  switchDelay: 0,
  closingDelay: 0,
  foundersJoin: 'invited',
  needAllFeatures: [],
  foundingTypes: [],
  migration: { members: 'approve-all', management: 'enable-all' },
  sovereignAccounts: false,
  namedMembers: false,
  movesInPlace: false,
  pages: 'tokens',
  closing: { share: 1, most: Number.MAX_SAFE_INTEGER, windowDays: 0 },
  closesCreatedOnly: false,
  dissolvesBareOnly: false,
  strictTrust: false,
  strictUntag: false,
  emptyEffect: 'never',
  effectForms: {},
  addressesHideMembers: false,
  acceptingNamesAccount: false,
  updatesTellGiven: false,
  blanksKeep: false,
  contactOnRequest: false,
}
