import { within } from '../../../../model/callers.ts'
import { untagResource } from '../../../../model/tags.ts'
import { nothing, record } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Tag } from '../../../../vocabulary/nouns.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import { resource, tags } from '../../dialect/tag-rows.ts'
import { kind, kindFlaw, kindTags, unitReference, type KindOf } from '../tagged-kind.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** takes tags away from something of a kind */
    untagResourceOfKind: Own<'kind-tags', KindOf & { readonly tags: readonly Tag[] }, Nothing>
  }
}

/** Takes tags away from something of a kind, by their keys; values do not matter. */
export const untagResourceOfKind: OwnOperation<'untagResourceOfKind'> = {
  verb: 'untagResourceOfKind',
  feature: kindTags,
  row: {
    operation: 'DeleteTagsWithKeyFromResourceType',
    args: record<Args<'untagResourceOfKind'>>({ kind, resource, tags }, [
      'kind',
      'resource',
      'tags',
    ]),
    result: nothing,
  },
  rule: within((situation, args) => {
    const keys = args.tags.map(({ key }) => key)
    return kindFlaw(situation, args) ?? untagResource(situation, { resource: args.resource, keys })
  }),
  template: {
    caller: 'management',
    resources: ['tag'],
    input: {
      resource_type: 'organizations:ous',
      resource_id: '$tag.resource',
      tags: [{ key: '$tag.key', value: '$tag.value' }],
    },
    references: unitReference,
    yields: [],
    writes: true,
  },
}
