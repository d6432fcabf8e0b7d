import type { Page, Tag } from '../vocabulary/nouns.ts'
import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { refused, type Decision, type Inside, type Refused } from './decision.ts'
import { policyOf } from './policy-of.ts'
import { tagResource, listTags, untagResource } from './tags.ts'
import { kindOf } from './tree.ts'

/** Why a resource can not be meant: nothing of that kind has the id. */
const kindFlaw = (
  scene: Inside,
  { kind, resource }: { readonly kind: string; readonly resource: string },
): Refused | undefined => {
  const found =
    kindOf(scene.organization, resource, scene.now) ?? (policyOf(scene, resource) && 'policy')
  return found === kind
    ? undefined
    : refused('tagTargetNotFound', `resource: there is no ${kind} ${resource} that can have tags`)
}

/** Adds tags to something of a kind, as `tag` does. */
export function tagResourceOfKind(
  scene: Inside,
  args: Args<'tagResourceOfKind'>,
): Decision<Nothing> {
  return kindFlaw(scene, args) ?? tagResource(scene, args)
}

/** Takes tags away from something of a kind, by their keys, as `untag` does; values do not matter. */
export function untagResourceOfKind(
  scene: Inside,
  args: Args<'untagResourceOfKind'>,
): Decision<Nothing> {
  const keys = args.tags.map(({ key }) => key)
  return kindFlaw(scene, args) ?? untagResource(scene, { resource: args.resource, keys })
}

/** The tags of something of a kind. */
export function listTagsOfKind(scene: Inside, args: Args<'listTagsOfKind'>): Decision<Page<Tag>> {
  return kindFlaw(scene, args) ?? listTags(scene, args)
}
