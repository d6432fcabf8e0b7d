import { within } from '../../../../model/callers.ts'
import { tagResource } from '../../../../model/tags.ts'
import { nothing, record } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Tag } from '../../../../vocabulary/nouns.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import { resource, tags } from '../../dialect/tag-rows.ts'
import { kind, kindFlaw, kindTags, unitReference, type KindOf } from '../tagged-kind.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** adds tags to something of a kind */
    tagResourceOfKind: Own<'kind-tags', KindOf & { readonly tags: readonly Tag[] }, Nothing>
  }
}

/** Adds tags to something of a kind, as `tagResource` does without the kind. */
export const tagResourceOfKind: OwnOperation<'tagResourceOfKind'> = {
  verb: 'tagResourceOfKind',
  feature: kindTags,
  row: {
    operation: 'AddTagsToResourceType',
    args: record<Args<'tagResourceOfKind'>>({ kind, resource, tags }, ['kind', 'resource', 'tags']),
    result: nothing,
  },
  rule: within((situation, args) => kindFlaw(situation, args) ?? tagResource(situation, args)),
  template: {
    caller: 'management',
    resources: ['unit'],
    input: {
      resource_type: 'organizations:ous',
      resource_id: '$unit.id',
      tags: [{ key: 'orgproof', value: 'yes' }],
    },
    references: unitReference,
    yields: [],
    writes: true,
  },
}
