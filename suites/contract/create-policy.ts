import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { listAll } from '../actors/list-all.ts'
import { settle, type Settling } from '../actors/settle.ts'
import { switchOn } from '../actors/switch-on.ts'
import { typeStatus } from '../actors/type-status.ts'
import { absence } from '../case/absence.ts'
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

/** Sees to it that a policy type is enabled in the root, where the endpoint offers to switch it. */
export async function enabledType(
  { context, owner }: ResourceFactory,
  type: PolicyType,
): Promise<{ readonly fields: { readonly root: string } }> {
  const manager = await owner()
  const settled = <T>(settling: Settling<T>): Promise<T> => settle(settling, context.waiting)
  const offered = absence(context, ['policy-types']) === undefined
  if (offered) await switchOn({ vendor: context.vendor, settled }, manager, type)
  return { fields: { root: await context.actors.root(manager) } }
}

/**
 * The root in which the policy type `tag` is not enabled. One that is enabled already is left alone: others may depend
 * on it.
 */
export async function disabledType({
  context,
  owner,
}: ResourceFactory): Promise<{ readonly fields: { readonly root: string } }> {
  const manager = await owner()
  if (await isInUse(manager, context)) {
    throw new PrerequisiteMissing('DANGER_DENIED', 'the policy type is in use already')
  }
  return { fields: { root: await context.actors.root(manager) } }
}

/** Whether the policy type is on, and stays so: what this run switched off may still be seen for a while. */
const isInUse = async (manager: Actor, { waiting }: CaseContext): Promise<boolean> => {
  const left = await settle(
    {
      what: 'the tag policy type that was switched off',
      look: () => listAll(manager, 'listRoots', {}),
      until: (listed) => typeStatus(listed, 'tag') === undefined,
      lastCounts: true,
    },
    waiting,
  )
  return typeStatus(left, 'tag') !== undefined
}

/** How the policy type `tag` stands in the root; undefined when it is not enabled. */
export async function tagTypeState(owner: Actor): Promise<string | undefined> {
  return typeStatus(given(await listAll(owner, 'listRoots', {})), 'tag')
}
