import { refused, type Inside, type Refused } from '../../../model/decision.ts'
import { policyOf } from '../../../model/policy-of.ts'
import { kindOf } from '../../../model/tree.ts'
import { member, words, type Member, type Words } from '../../../vendor/lens.ts'
import type { FeatureTitle } from '../../../vendor/own-operation.ts'
import type { Reference } from '../../../vendor/request-template.ts'
import type { Open } from '../../../vocabulary/nouns.ts'

/** The kinds of things that carry tags. */
export type TaggedKind = 'root' | 'unit' | 'account' | 'policy'

/** Something of a kind, named by both. */
export interface KindOf {
  readonly kind: Open<TaggedKind>
  readonly resource: string
}

/** The vendor's word for each kind. */
export const taggedKind: Words<TaggedKind> = words({
  root: 'organizations:roots',
  unit: 'organizations:ous',
  account: 'organizations:accounts',
  policy: 'organizations:policies',
})

/** How a request names the kind of a thing. */
export const kind: Member<Open<TaggedKind>> = member('resource_type', taggedKind)

/** What a unit's id that names nothing is refused with. */
export const unitReference: Readonly<Record<string, Reference>> = {
  resource_id: { unknown: 'unit', refusal: 'tagTargetNotFound' },
}

/** What the three operations make up that name a kind beside the resource. */
export const kindTags: FeatureTitle<'kind-tags'> = {
  id: 'kind-tags',
  title: 'Tags are written and read with the kind of their resource',
}

/** Why a resource can not be meant: nothing of that kind has the id. */
export function kindFlaw(
  situation: Inside,
  { kind: named, resource }: KindOf,
): Refused | undefined {
  const found =
    kindOf(situation.organization, resource, situation.now) ??
    (policyOf(situation, resource) && 'policy')
  return found === named
    ? undefined
    : refused('tagTargetNotFound', `resource: there is no ${named} ${resource} that can have tags`)
}
