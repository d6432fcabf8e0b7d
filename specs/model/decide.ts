import type { CommandOf, NeutralVerb, Result, Verb } from '../vocabulary/verbs.ts'
import { getAccount, listAccounts, listAccountsIn } from './account-listing.ts'
import { callerOf } from './accounts.ts'
import { acceptInvitation, cancelInvitation, declineInvitation } from './answers.ts'
import { attachPolicy, detachPolicy, listPoliciesOn, listTargetsOf } from './attachments.ts'
import { closedFlaw, foundingFlaw, within } from './callers.ts'
import { closeAccount } from './closing.ts'
import { createAccount, getAccountCreation, listAccountCreations } from './creations.ts'
import type { Context, Decision, Rule, RuleBook } from './decision.ts'
import {
  registerDelegate,
  listDelegates,
  listDelegations,
  deregisterDelegate,
} from './delegates.ts'
import { leaveOrganization, removeAccount } from './departure.ts'
import { getEffectivePolicy } from './effective-policy.ts'
import {
  getInvitation,
  listReceivedInvitations,
  listSentInvitations,
} from './invitation-listing.ts'
import { inviteAccount } from './invite.ts'
import { moveAccount } from './move.ts'
import { listChildren, listParents, listRoots } from './nodes.ts'
import { deleteOrganization, createOrganization, getOrganization } from './organization.ts'
import { createPolicy, deletePolicy, listPolicies, getPolicy, updatePolicy } from './policies.ts'
import { disablePolicyType, enablePolicyType } from './policy-types.ts'
import { disableServiceAccess, enableServiceAccess, listTrustedServices } from './services.ts'
import { tagResource, listTags, untagResource } from './tags.ts'
import { createUnit, deleteUnit, renameUnit, getUnit, listUnits } from './units.ts'
import type { World } from './world.ts'

/** The rules of the verbs that more than one vendor speaks, none missing. */
const rules: { readonly [V in NeutralVerb]: Rule<V> } = {
  createOrganization: (situation, args) =>
    foundingFlaw(situation) ?? createOrganization(situation, args),
  acceptInvitation,
  declineInvitation,
  cancelInvitation,
  getInvitation,
  listReceivedInvitations,
  deleteOrganization: within(deleteOrganization),
  getOrganization: within(getOrganization),
  listRoots: within(listRoots),
  createUnit: within(createUnit),
  renameUnit: within(renameUnit),
  deleteUnit: within(deleteUnit),
  getUnit: within(getUnit),
  listUnits: within(listUnits),
  listChildren: within(listChildren),
  listParents: within(listParents),
  createAccount: within(createAccount),
  getAccountCreation: within(getAccountCreation),
  listAccountCreations: within(listAccountCreations),
  getAccount: within(getAccount),
  listAccounts: within(listAccounts),
  listAccountsIn: within(listAccountsIn),
  moveAccount: within(moveAccount),
  closeAccount: within(closeAccount),
  removeAccount: within(removeAccount),
  leaveOrganization: within(leaveOrganization),
  inviteAccount: within(inviteAccount),
  listSentInvitations: within(listSentInvitations),
  createPolicy: within(createPolicy),
  updatePolicy: within(updatePolicy),
  deletePolicy: within(deletePolicy),
  getPolicy: within(getPolicy),
  listPolicies: within(listPolicies),
  attachPolicy: within(attachPolicy),
  detachPolicy: within(detachPolicy),
  listPoliciesOn: within(listPoliciesOn),
  listTargetsOf: within(listTargetsOf),
  enablePolicyType: within(enablePolicyType),
  disablePolicyType: within(disablePolicyType),
  getEffectivePolicy: within(getEffectivePolicy),
  enableServiceAccess: within(enableServiceAccess),
  disableServiceAccess: within(disableServiceAccess),
  listTrustedServices: within(listTrustedServices),
  registerDelegate: within(registerDelegate),
  deregisterDelegate: within(deregisterDelegate),
  listDelegates: within(listDelegates),
  listDelegations: within(listDelegations),
  tagResource: within(tagResource),
  untagResource: within(untagResource),
  listTags: within(listTags),
}

/** Every verb that more than one vendor speaks. */
export const neutralVerbs: readonly NeutralVerb[] = Object.keys(rules) as NeutralVerb[]

const neutral: RuleBook = rules

/**
 * What a command comes to in a world: a result with the records it writes, or a refusal. Pure; the
 * world is not touched, and everything that takes time is read from `context.now`. When several
 * rules are broken the refusal follows this order: caller not closed, caller in an organization, authorization,
 * features, mistakes of the input alone, existence, state, limits. Throws for a verb that neither the
 * model nor `context.own` has a rule for. Which lines of whose document say so is in the register of each
 * vendor (requirements.json); which of several behaviours a vendor has, in its reference-endpoint.json.
 */
export function decide<V extends Verb>(
  world: World,
  command: CommandOf<V>,
  context: Context,
): Decision<Result<V>> {
  const { verb, args } = command
  const rule: Rule<V> | undefined = context.own[verb] ?? neutral[verb]
  if (rule === undefined) throw new Error(`no rule says what becomes of ${verb}`)
  const caller = callerOf(world, context.rules, command.caller)
  return closedFlaw(caller) ?? rule({ ...context, world, command, caller }, args)
}
