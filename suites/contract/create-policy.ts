import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { listAll } from '../actors/list-all.ts'
import { settle } from '../actors/settle.ts'
import type { CaseContext } from '../case/case-context.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import type { ResourceFactory } from './prerequisites.ts'

/** A policy as an resource: everything about it is known. */
export interface CreatedPolicy {
  readonly fields: { readonly id: string; readonly name: string; readonly content: string }
}

/** A policy of a type, attached nowhere. */
export async function createOwnPolicy(
  context: CaseContext,
  owner: Actor,
  type: PolicyType,
): Promise<CreatedPolicy> {
  const content = context.vendor.profile.policyContents[type]?.[0]
  if (content === undefined) throw new Error(`${context.vendor.id} has no content for ${type}`)
  const name = context.fresh.name('policy')
  const asked = { name, type, description: 'Made by a conformance test', content }
  const { id } = given(await owner.createPolicy(asked))
  return { fields: { id, name, content } }
}

/**
 * Sees to it that the policy type `tag` is enabled in the root, or is not. One that is enabled already and
 * ought not to be is left alone: others may depend on it.
 */
export async function switchedType(
  { context, owner }: ResourceFactory,
  enabled: boolean,
): Promise<{ readonly fields: { readonly root: string } }> {
  const boss = await owner()
  const root = await context.actors.root(boss)
  const state = await tagTypeState(boss)
  if (!enabled && state !== undefined) {
    throw new PrerequisiteMissing('DANGER_DENIED', 'the policy type is in use already')
  }
  if (enabled && state !== 'enabled') {
    given(await boss.enablePolicyType({ root, type: 'tag' }))
    const what = 'enabling a policy type'
    const look = () => listAll(boss, 'listRoots', {})
    const until = (roots: readonly RootState[]) => stateIn(roots) === 'enabled'
    await settle({ what, look, until }, context.pause)
  }
  return { fields: { root } }
}

interface RootState {
  readonly policyTypes?: readonly { readonly type: string; readonly status: string }[]
}

const stateIn = (roots: readonly RootState[]): string | undefined =>
  roots.flatMap(({ policyTypes }) => policyTypes ?? []).find(({ type }) => type === 'tag')?.status

/** How the policy type `tag` stands in the root; undefined when it is not enabled. */
export async function tagTypeState(owner: Actor): Promise<string | undefined> {
  return stateIn(given(await listAll(owner, 'listRoots', {})))
}
