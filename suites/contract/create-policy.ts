import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { listAll } from '../actors/list-all.ts'
import { settle, type Settling } from '../actors/settle.ts'
import { switchOn } from '../actors/switch-on.ts'
import { typeStatus } from '../actors/type-status.ts'
import type { CaseContext } from '../case/case-context.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import type { ResourceFactory } from './created-resource.ts'

/** A policy as a resource: everything about it is known. */
export interface CreatedPolicy {
  readonly fields: { readonly id: string; readonly name: string; readonly content: string }
}

/** A policy of a type, attached nowhere. */
export async function createOwnPolicy(
  context: CaseContext,
  owner: Actor,
  type: PolicyType,
): Promise<CreatedPolicy> {
  const draft = draftPolicy({ fresh: context.fresh, sample: context.vendor.profile }, type)
  const { id } = given(await owner.createPolicy(draft))
  return { fields: { id, name: draft.name, content: draft.content } }
}

/**
 * Sees to it that the policy type `tag` is enabled in the root, or is not. One that is enabled already and
 * ought not to be is left alone: others may depend on it.
 */
export async function switchedType(
  { context, owner }: ResourceFactory,
  enabled: boolean,
): Promise<{ readonly fields: { readonly root: string } }> {
  const manager = await owner()
  const root = await context.actors.root(manager)
  if (!enabled && (await tagTypeState(manager)) !== undefined) {
    throw new PrerequisiteMissing('DANGER_DENIED', 'the policy type is in use already')
  }
  if (enabled) {
    const settled = <T>(settling: Settling<T>): Promise<T> => settle(settling, context.waiting)
    await switchOn({ settled }, manager, 'tag')
  }
  return { fields: { root } }
}

/** How the policy type `tag` stands in the root; undefined when it is not enabled. */
export async function tagTypeState(owner: Actor): Promise<string | undefined> {
  return typeStatus(given(await listAll(owner, 'listRoots', {})), 'tag')
}
