import type { Args, NeutralVerb } from '../../specs/vocabulary/verbs.ts'
import { bound, byAccount, classed, ends, sameArgs } from './bound.ts'
import type { Effect } from './effect.ts'
import { accepted, invited, moved } from './membership-effects.ts'
import { dissolved, founded } from './organization-effects.ts'
import { attached, madePolicy, switchedOn } from './policy-effects.ts'
import { delegated, trusted } from './service-effects.ts'
import { tagged } from './tag-effects.ts'
import { madeUnit } from './unit-effects.ts'

const reads = { kind: 'none' } as const

/**
 * What every neutral verb leaves behind in an organization that was given, and how it is taken back. The compiler
 * misses the verb that is forgotten.
 */
export const effects: { readonly [V in NeutralVerb]: Effect<V> } = {
  createOrganization: founded,
  deleteOrganization: dissolved,
  getOrganization: reads,
  listRoots: reads,
  createUnit: madeUnit,
  renameUnit: classed(
    'medium',
    bound(({ unit }) => unit),
  ),
  deleteUnit: classed(
    'medium',
    ends(({ unit }) => unit),
  ),
  getUnit: reads,
  listUnits: reads,
  listChildren: reads,
  listParents: reads,
  createAccount: { kind: 'lasting', made: ({ id }) => id },
  getAccountCreation: reads,
  listAccountCreations: reads,
  getAccount: reads,
  listAccounts: reads,
  listAccountsIn: reads,
  moveAccount: moved,
  closeAccount: { kind: 'lasting', subject: ({ account }) => account },
  removeAccount: bound(({ account }) => account, {
    verb: 'acceptInvitation',
    same: ({ account }, write) => account === write.account,
  }),
  leaveOrganization: bound((_, actor) => actor, byAccount('acceptInvitation')),
  inviteAccount: invited,
  acceptInvitation: accepted,
  declineInvitation: ends(({ invitation }) => invitation),
  cancelInvitation: ends(({ invitation }) => invitation),
  getInvitation: reads,
  listReceivedInvitations: reads,
  listSentInvitations: reads,
  createPolicy: madePolicy,
  updatePolicy: classed(
    'medium',
    bound(({ policy }) => policy),
  ),
  deletePolicy: classed(
    'medium',
    ends(({ policy }) => policy),
  ),
  getPolicy: reads,
  listPolicies: reads,
  attachPolicy: attached,
  detachPolicy: classed(
    'medium',
    bound(({ target }) => target, sameArgs('attachPolicy')),
  ),
  listPoliciesOn: reads,
  listTargetsOf: reads,
  enablePolicyType: switchedOn,
  disablePolicyType: bound(({ root }) => root, sameArgs('enablePolicyType')),
  getEffectivePolicy: reads,
  enableServiceAccess: trusted,
  disableServiceAccess: bound(({ service }) => service, sameArgs('enableServiceAccess')),
  listTrustedServices: reads,
  registerDelegate: delegated,
  deregisterDelegate: bound(({ account }) => account, sameArgs('registerDelegate')),
  listDelegates: reads,
  listDelegations: reads,
  tagResource: tagged,
  untagResource: classed(
    'light',
    bound(({ resource }) => resource, {
      verb: 'tagResource',
      partly: true,
      same: ({ resource, keys }, { args }) => {
        const own = args as Args<'tagResource'>
        return (
          own.resource === resource && keys.every((key) => own.tags.some((one) => one.key === key))
        )
      },
    }),
  ),
  listTags: reads,
}
