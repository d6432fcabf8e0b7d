import type { Args, Command, Result, Verb } from '../vocabulary/verbs.ts'
import { annotate, listClosings } from './account-notes.ts'
import { readAccount, listAccounts, listAccountsIn } from './account-listing.ts'
import { callerOf } from './accounts.ts'
import { accept, cancel, decline } from './answers.ts'
import { attach, detach, listPoliciesOn, listTargets } from './attachments.ts'
import { enter, foundingFlaw } from './callers.ts'
import { close } from './closing.ts'
import { createAccount, createSovereignAccount, readCreation, listCreations } from './creations.ts'
import type { Context, Decision, Inside, Scene } from './decision.ts'
import { delegate, listDelegates, listDelegations, undelegate } from './delegates.ts'
import { leave, quit, remove } from './departure.ts'
import { readEffectivePolicy } from './effective-policy.ts'
import { revokeEndpoints } from './endpoints.ts'
import { readInvitation, listReceived, listSent } from './invitation-listing.ts'
import { invite } from './invite.ts'
import { expand } from './migration.ts'
import { displace } from './displace.ts'
import { move } from './move.ts'
import { moveUnit } from './move-unit.ts'
import { listNodes } from './node-listing.ts'
import { listEnforcements, listQuotas, listServices } from './offers.ts'
import { listChildren, listParents, listRoots, listTree } from './nodes.ts'
import { dissolve, found, readOrganization } from './organization.ts'
import { createPolicy, deletePolicy, listPolicies, readPolicy, updatePolicy } from './policies.ts'
import { disableType, enableType } from './policy-types.ts'
import { deleteResourcePolicy, putResourcePolicy, readResourcePolicy } from './resource-policy.ts'
import { distrust, trust, listTrusted } from './services.ts'
import { listTagsOfKind, tagKind, untagKind } from './tag-kinds.ts'
import { countTagged, listTagged, listTagValues } from './tag-search.ts'
import { addTags, listTags, removeTags } from './tags.ts'
import { updateAccount } from './update-account.ts'
import { createUnit, deleteUnit, renameUnit, readUnit, listUnits } from './units.ts'
import type { World } from './world.ts'

/** Verbs an account can say that is in no organization. */
type FreeVerb =
  | 'found'
  | 'accept'
  | 'decline'
  | 'cancel'
  | 'invitation'
  | 'received'
  | 'revokeEndpoints'

type Rule<V extends Verb, S> = (scene: S, args: Args<V>) => Decision<Result<V>>

const free: { readonly [V in FreeVerb]: Rule<V, Scene> } = {
  found: (scene, args) => foundingFlaw(scene) ?? found(scene, args),
  accept,
  decline,
  cancel,
  invitation: readInvitation,
  received: listReceived,
  revokeEndpoints,
}

const inside: { readonly [V in Exclude<Verb, FreeVerb>]: Rule<V, Inside> } = {
  dissolve,
  organization: readOrganization,
  expand,
  roots: listRoots,
  createUnit,
  renameUnit,
  moveUnit,
  deleteUnit,
  unit: readUnit,
  units: listUnits,
  wholeTree: listTree,
  children: listChildren,
  parents: listParents,
  createAccount,
  createSovereignAccount,
  creation: readCreation,
  creations: listCreations,
  account: readAccount,
  accounts: listAccounts,
  accountsIn: listAccountsIn,
  move,
  displace,
  updateAccount,
  close,
  remove,
  leave,
  quit,
  invite,
  sent: listSent,
  createPolicy,
  updatePolicy,
  deletePolicy,
  policy: readPolicy,
  policies: listPolicies,
  attach,
  detach,
  policiesOn: listPoliciesOn,
  targetsOf: listTargets,
  enableType,
  disableType,
  effectivePolicy: readEffectivePolicy,
  putResourcePolicy,
  resourcePolicy: readResourcePolicy,
  deleteResourcePolicy,
  trust,
  distrust,
  trusted: listTrusted,
  delegate,
  undelegate,
  delegates: listDelegates,
  delegations: listDelegations,
  tag: addTags,
  untag: removeTags,
  tags: listTags,
  annotate,
  closings: listClosings,
  nodes: listNodes,
  tagKind,
  untagKind,
  tagsOfKind: listTagsOfKind,
  tagged: listTagged,
  countTagged,
  tagValues: listTagValues,
  services: listServices,
  enforcements: listEnforcements,
  quotas: listQuotas,
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
  const scene: Scene = { ...context, world, command, caller }
  const { verb } = command
  if (verb in free) {
    const rule = free[verb as FreeVerb] as unknown as Rule<V, Scene>
    return rule(scene, command.args)
  }
  const entered = enter(scene)
  if ('kind' in entered) return entered
  const rule = inside[verb as Exclude<Verb, FreeVerb>] as unknown as Rule<V, Inside>
  return rule(entered, command.args)
}
