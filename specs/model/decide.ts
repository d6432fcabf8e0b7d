import type { Args, Command, Result, Verb } from '../vocabulary/verbs.ts'
import { getAccount, listAccounts, listAccountsIn } from './account-listing.ts'
import { updateAccountNotes, listAccountClosings } from './account-notes.ts'
import { callerOf } from './accounts.ts'
import { acceptInvitation, cancelInvitation, declineInvitation } from './answers.ts'
import { attachPolicy, detachPolicy, listPoliciesOn, listTargetsOf } from './attachments.ts'
import { enter, foundingFlaw } from './callers.ts'
import { closeAccount } from './closing.ts'
import {
  createAccount,
  createSovereignAccount,
  getAccountCreation,
  listAccountCreations,
} from './creations.ts'
import type { Context, Decision, Inside, Situation } from './decision.ts'
import {
  registerDelegate,
  listDelegates,
  listDelegations,
  deregisterDelegate,
} from './delegates.ts'
import { leaveOrganization, leaveNamedOrganization, removeAccount } from './departure.ts'
import { moveAccountToRoot } from './displace.ts'
import { getEffectivePolicy } from './effective-policy.ts'
import { revokeEndpoints } from './endpoints.ts'
import {
  getInvitation,
  listReceivedInvitations,
  listSentInvitations,
} from './invitation-listing.ts'
import { inviteAccount } from './invite.ts'
import { enableAllFeatures } from './migration.ts'
import { moveUnit } from './move-unit.ts'
import { moveAccount } from './move.ts'
import { listNodes } from './node-listing.ts'
import { listChildren, listParents, listRoots, listTree } from './nodes.ts'
import { listEnforcedServices, listQuotas, listServices } from './offers.ts'
import { deleteOrganization, createOrganization, getOrganization } from './organization.ts'
import { createPolicy, deletePolicy, listPolicies, getPolicy, updatePolicy } from './policies.ts'
import { disablePolicyType, enablePolicyType } from './policy-types.ts'
import { deleteResourcePolicy, putResourcePolicy, getResourcePolicy } from './resource-policy.ts'
import { disableServiceAccess, enableServiceAccess, listTrustedServices } from './services.ts'
import { listTagsOfKind, tagResourceOfKind, untagResourceOfKind } from './tag-kinds.ts'
import { countTaggedResources, listTaggedResources, listTagValues } from './tag-search.ts'
import { tagResource, listTags, untagResource } from './tags.ts'
import { createUnit, deleteUnit, renameUnit, getUnit, listUnits } from './units.ts'
import { updateAccount } from './update-account.ts'
import type { World } from './world.ts'

/** Verbs an account can say that is in no organization. */
type FreeVerb =
  | 'createOrganization'
  | 'acceptInvitation'
  | 'declineInvitation'
  | 'cancelInvitation'
  | 'getInvitation'
  | 'listReceivedInvitations'
  | 'revokeEndpoints'

type Rule<V extends Verb, S> = (situation: S, args: Args<V>) => Decision<Result<V>>

const free: { readonly [V in FreeVerb]: Rule<V, Situation> } = {
  createOrganization: (situation, args) =>
    foundingFlaw(situation) ?? createOrganization(situation, args),
  acceptInvitation,
  declineInvitation,
  cancelInvitation,
  getInvitation,
  listReceivedInvitations,
  revokeEndpoints,
}

const inside: { readonly [V in Exclude<Verb, FreeVerb>]: Rule<V, Inside> } = {
  deleteOrganization,
  getOrganization,
  enableAllFeatures,
  listRoots,
  createUnit,
  renameUnit,
  moveUnit,
  deleteUnit,
  getUnit,
  listUnits,
  listTree,
  listChildren,
  listParents,
  createAccount,
  createSovereignAccount,
  getAccountCreation,
  listAccountCreations,
  getAccount,
  listAccounts,
  listAccountsIn,
  moveAccount,
  moveAccountToRoot,
  updateAccount,
  closeAccount,
  removeAccount,
  leaveOrganization,
  leaveNamedOrganization,
  inviteAccount,
  listSentInvitations,
  createPolicy,
  updatePolicy,
  deletePolicy,
  getPolicy,
  listPolicies,
  attachPolicy,
  detachPolicy,
  listPoliciesOn,
  listTargetsOf,
  enablePolicyType,
  disablePolicyType,
  getEffectivePolicy,
  putResourcePolicy,
  getResourcePolicy,
  deleteResourcePolicy,
  enableServiceAccess,
  disableServiceAccess,
  listTrustedServices,
  registerDelegate,
  deregisterDelegate,
  listDelegates,
  listDelegations,
  tagResource,
  untagResource,
  listTags,
  updateAccountNotes,
  listAccountClosings,
  listNodes,
  tagResourceOfKind,
  untagResourceOfKind,
  listTagsOfKind,
  listTaggedResources,
  countTaggedResources,
  listTagValues,
  listServices,
  listEnforcedServices,
  listQuotas,
}

/**
 * What a command comes to in a world: a result with the records it writes, or a refusal. Pure; the
 * world is not touched, and everything that takes time is read from `context.now`. When several
 * rules are broken the refusal follows this order: caller in an organization, authorization,
 * features, mistakes of the input alone, existence, state, limits. Ids in parentheses throughout
 * this folder (B6, D13 …) are those of the first vendor's requirement register.
 */
export function decide<V extends Verb>(
  world: World,
  command: Extract<Command, { readonly verb: V }>,
  context: Context,
): Decision<Result<V>> {
  const caller = callerOf(world, context.rules, command.caller)
  const situation: Situation = { ...context, world, command, caller }
  const { verb } = command
  if (verb in free) {
    const rule = free[verb as FreeVerb] as unknown as Rule<V, Situation>
    return rule(situation, command.args)
  }
  const entered = enter(situation)
  if ('kind' in entered) return entered
  const rule = inside[verb as Exclude<Verb, FreeVerb>] as unknown as Rule<V, Inside>
  return rule(entered, command.args)
}
