import { within } from '../../../../model/callers.ts'
import { listTags } from '../../../../model/tags.ts'
import { record } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Page, Paging, Tag } from '../../../../vocabulary/nouns.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import { listed, paging } from '../../dialect/arguments.ts'
import * as structure from '../../dialect/structures.ts'
import { resource } from '../../dialect/tag-rows.ts'
import { kind, kindFlaw, kindTags, unitReference, type KindOf } from '../tagged-kind.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** the tags of something of a kind */
    listTagsOfKind: Own<'kind-tags', Paging & KindOf, Page<Tag>>
  }
}

/** The tags of something of a kind. */
export const listTagsOfKind: OwnOperation<'listTagsOfKind'> = {
  verb: 'listTagsOfKind',
  feature: kindTags,
  row: {
    operation: 'ListTagsForResourceType',
    args: record<Args<'listTagsOfKind'>>({ ...paging, kind, resource }, ['kind', 'resource']),
    result: listed('tags', structure.tag),
  },
  rule: within((situation, args) => kindFlaw(situation, args) ?? listTags(situation, args)),
  filling: { none: 'no check asks for its pages yet' },
  template: {
    caller: 'management',
    resources: ['tag'],
    input: { resource_type: 'organizations:ous', resource_id: '$tag.resource' },
    references: unitReference,
    yields: ['/tags'],
    writes: false,
  },
}
