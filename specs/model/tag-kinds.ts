import type { Page, Tag } from '../vocabulary/nouns.ts'
import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { refused, type Decision, type Inside, type Refused } from './decision.ts'
import { policyOf } from './policy-of.ts'
import { tagResource, listTags, untagResource } from './tags.ts'
import { kindOf } from './tree.ts'

/** Why a resource can not be meant: nothing of that kind has the id. */
const kindFlaw = (
  situation: Inside,
  { kind, resource }: { readonly kind: string; readonly resource: string },
): Refused | undefined => {
  const found =
    kindOf(situation.organization, resource, situation.now) ??
    (policyOf(situation, resource) && 'policy')
  return found === kind
    ? undefined
    : refused('tagTargetNotFound', `resource: there is no ${kind} ${resource} that can have tags`)
}

/** Adds tags to something of a kind, as `tag` does. */
export function tagResourceOfKind(
  situation: Inside,
  args: Args<'tagResourceOfKind'>,
): Decision<Nothing> {
  return kindFlaw(situation, args) ?? tagResource(situation, args)
}

/** Takes tags away from something of a kind, by their keys, as `untag` does; values do not matter. */
export function untagResourceOfKind(
  situation: Inside,
  args: Args<'untagResourceOfKind'>,
): Decision<Nothing> {
  const keys = args.tags.map(({ key }) => key)
  return kindFlaw(situation, args) ?? untagResource(situation, { resource: args.resource, keys })
}

/** The tags of something of a kind. */
export function listTagsOfKind(
  situation: Inside,
  args: Args<'listTagsOfKind'>,
): Decision<Page<Tag>> {
  return kindFlaw(situation, args) ?? listTags(situation, args)
}
