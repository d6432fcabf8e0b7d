import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import { whole, type Actor } from '../actors/actor.ts'
import { given } from '../verdict/outcome.ts'
import { settle } from '../actors/settle.ts'
import type { Stage } from '../case/case-context.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'
import type { Workshop } from './prerequisites.ts'

/** A policy as an ingredient: everything about it is known. */
export interface MadePolicy {
  readonly fields: { readonly id: string; readonly name: string; readonly content: string }
}

/** A policy of a type, attached nowhere. */
export async function makePolicy(
  stage: Stage,
  owner: Actor,
  type: PolicyType,
): Promise<MadePolicy> {
  const content = stage.vendor.profile.policyContents[type]?.[0]
  if (content === undefined) throw new Error(`${stage.vendor.id} has no content for ${type}`)
  const name = stage.fresh.name('policy')
  const asked = { name, type, description: 'Made by a conformance test', content }
  const { id } = given(await owner.createPolicy(asked))
  return { fields: { id, name, content } }
}

/**
 * Sees to it that the policy type `tag` is enabled in the root, or is not. One that is enabled already and
 * ought not to be is left alone: others may depend on it.
 */
export async function switchedType(
  { stage, owner }: Workshop,
  enabled: boolean,
): Promise<{ readonly fields: { readonly root: string } }> {
  const boss = await owner()
  const root = await stage.cast.root(boss)
  const state = await tagTypeState(boss)
  if (!enabled && state !== undefined) {
    throw new Unmet('DANGER_DENIED', 'the policy type is in use already')
  }
  if (enabled && state !== 'enabled') {
    given(await boss.enablePolicyType({ root, type: 'tag' }))
    const what = 'enabling a policy type'
    const look = () => whole(boss, 'listRoots', {})
    const until = (roots: readonly RootState[]) => stateIn(roots) === 'enabled'
    await settle({ what, look, until }, stage.pause)
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
  return stateIn(given(await whole(owner, 'listRoots', {})))
}
