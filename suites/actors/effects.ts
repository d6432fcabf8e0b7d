import { isDeepStrictEqual } from 'node:util'

import type { Args, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Bound, Counter, Effect } from './effect.ts'
import { accepted, displaced, moved, invited, renamedAccount } from './membership-effects.ts'
import { attached, madePolicy, madeResourcePolicy, switchedOn } from './policy-effects.ts'
import { delegated, trusted } from './service-effects.ts'
import { tagged, taggedByKind } from './tag-effects.ts'
import { madeUnit } from './unit-effects.ts'

const reads = { kind: 'none' } as const
const lasting = { kind: 'lasting' } as const

const bound = <V extends Verb>(subject: Bound<V>['subject'], counters?: Counter<V>): Bound<V> => ({
  kind: 'bound',
  subject,
  ...(counters && { counters }),
})

/** Does away with what it is about. */
const ends = <V extends Verb>(subject: Bound<V>['subject']): Bound<V> => ({
  ...bound(subject),
  ends: true,
})

/** Takes back a write with the very same arguments. */
const sameArgs = <V extends Verb>(verb: Verb): Counter<V> => ({
  verb,
  exact: true,
  same: (args, write) => isDeepStrictEqual(args, write.args),
})

/** Takes back what the account itself did. */
const byAccount = <V extends Verb>(verb: Verb): Counter<V> => ({
  verb,
  same: (_, write, account) => write.account === account,
})

/**
 * What every verb leaves behind in an organization that was given, and how it is taken back. The compiler misses
 * the verb that is forgotten.
 */
export const effects: { readonly [V in Verb]: Effect<V> } = {
  createOrganization: lasting,
  deleteOrganization: lasting,
  getOrganization: reads,
  enableAllFeatures: lasting,
  listRoots: reads,
  createUnit: madeUnit,
  renameUnit: bound(({ unit }) => unit),
  moveUnit: bound(({ unit }) => unit),
  deleteUnit: ends(({ unit }) => unit),
  getUnit: reads,
  listUnits: reads,
  listChildren: reads,
  listParents: reads,
  listTree: reads,
  listNodes: reads,
  createAccount: lasting,
  createSovereignAccount: lasting,
  getAccountCreation: reads,
  listAccountCreations: reads,
  getAccount: reads,
  listAccounts: reads,
  listAccountsIn: reads,
  moveAccount: moved,
  moveAccountToRoot: displaced,
  updateAccount: renamedAccount,
  updateAccountNotes: lasting,
  closeAccount: lasting,
  listAccountClosings: reads,
  removeAccount: bound(({ account }) => account, {
    verb: 'acceptInvitation',
    same: ({ account }, write) => account === write.account,
  }),
  leaveOrganization: bound((_, actor) => actor, byAccount('acceptInvitation')),
  leaveNamedOrganization: bound(({ organization }) => organization, byAccount('acceptInvitation')),
  inviteAccount: invited,
  acceptInvitation: accepted,
  declineInvitation: ends(({ invitation }) => invitation),
  cancelInvitation: ends(({ invitation }) => invitation),
  getInvitation: reads,
  listReceivedInvitations: reads,
  listSentInvitations: reads,
  createPolicy: madePolicy,
  updatePolicy: bound(({ policy }) => policy),
  deletePolicy: ends(({ policy }) => policy),
  getPolicy: reads,
  listPolicies: reads,
  attachPolicy: attached,
  detachPolicy: bound(({ target }) => target, sameArgs('attachPolicy')),
  listPoliciesOn: reads,
  listTargetsOf: reads,
  enablePolicyType: switchedOn,
  disablePolicyType: bound(({ root }) => root, sameArgs('enablePolicyType')),
  getEffectivePolicy: reads,
  putResourcePolicy: madeResourcePolicy,
  getResourcePolicy: reads,
  deleteResourcePolicy: bound((_, actor) => actor, { verb: 'putResourcePolicy', same: () => true }),
  enableServiceAccess: trusted,
  disableServiceAccess: bound(({ service }) => service, sameArgs('enableServiceAccess')),
  listTrustedServices: reads,
  listServices: reads,
  listEnforcedServices: reads,
  registerDelegate: delegated,
  deregisterDelegate: bound(({ account }) => account, sameArgs('registerDelegate')),
  listDelegates: reads,
  listDelegations: reads,
  tagResource: tagged,
  untagResource: bound(({ resource }) => resource, {
    verb: 'tagResource',
    partly: true,
    same: ({ resource, keys }, { args }) => {
      const own = args as Args<'tagResource'>
      return (
        own.resource === resource && keys.every((key) => own.tags.some((one) => one.key === key))
      )
    },
  }),
  listTags: reads,
  tagResourceOfKind: taggedByKind,
  untagResourceOfKind: bound(({ resource }) => resource, sameArgs('tagResourceOfKind')),
  listTagsOfKind: reads,
  listTaggedResources: reads,
  countTaggedResources: reads,
  listTagValues: reads,
  listQuotas: reads,
  revokeEndpoints: lasting,
}
