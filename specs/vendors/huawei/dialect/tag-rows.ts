import type { DialectOf } from '../../../vendor/dialect.ts'
import { flag, integer, list, mapped, member, nothing, record, text } from '../../../vendor/lens.ts'
import type { Lens, Member } from '../../../vendor/lens.ts'
import type { TaggedThing, TagSearch, TagValues } from '../../../vocabulary/further-verbs.ts'
import type { Args, Result } from '../../../vocabulary/verbs.ts'
import { listed, paging, unpaged } from './arguments.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const kind: Member<TagSearch['kind']> = member('resource_type', word.taggedKind)
const resource: Member<string> = member('resource_id')
const tags: Member<Args<'tagResource'>['tags']> = member('tags', list(structure.tag))

const tagValues: Lens<TagValues> = record<TagValues>(
  { key: member('key'), values: member('values', list(text)) },
  ['key', 'values'],
)

type Named = NonNullable<TagSearch['named']>[number]

const search = {
  kind,
  untaggedOnly: member('without_any_tag', flag),
  tags: member('tags', list(tagValues)),
  named: member(
    'matches',
    list(
      record<Named>({ kind: member('key', word.namedKind), part: member('value') }, [
        'kind',
        'part',
      ]),
    ),
  ),
}

/** The offset is a text on the wire (line 4688). */
const offset: Member<number> = member('offset', mapped<number, string>(text, String, Number))

const thing: Lens<TaggedThing> = record<TaggedThing>(
  {
    id: member('resource_id'),
    name: member('resource_name'),
    tags: member('tags', list(structure.tag)),
  },
  ['id', 'tags'],
)

/** Tags of a resource, of a resource with its kind, and what carries which. */
export const tagRows: DialectOf<
  | 'tagResource'
  | 'untagResource'
  | 'listTags'
  | 'tagResourceOfKind'
  | 'untagResourceOfKind'
  | 'listTagsOfKind'
  | 'listTaggedResources'
  | 'countTaggedResources'
  | 'listTagValues'
> = {
  tagResource: {
    operation: 'AddTagsToResource',
    args: record<Args<'tagResource'>>({ resource, tags }, ['resource', 'tags']),
    result: nothing,
  },
  untagResource: {
    operation: 'RemoveTagsFromResource',
    args: record<Args<'untagResource'>>({ resource, keys: member('tag_keys', list(text)) }, [
      'resource',
      'keys',
    ]),
    result: nothing,
  },
  listTags: {
    operation: 'ListTagsForResource',
    args: record<Args<'listTags'>>({ ...paging, resource }, ['resource']),
    result: listed('tags', structure.tag),
  },
  tagResourceOfKind: {
    operation: 'AddTagsToResourceType',
    args: record<Args<'tagResourceOfKind'>>({ kind, resource, tags }, ['kind', 'resource', 'tags']),
    result: nothing,
  },
  untagResourceOfKind: {
    operation: 'DeleteTagsWithKeyFromResourceType',
    args: record<Args<'untagResourceOfKind'>>({ kind, resource, tags }, [
      'kind',
      'resource',
      'tags',
    ]),
    result: nothing,
  },
  listTagsOfKind: {
    operation: 'ListTagsForResourceType',
    args: record<Args<'listTagsOfKind'>>({ ...paging, kind, resource }, ['kind', 'resource']),
    result: listed('tags', structure.tag),
  },
  listTaggedResources: {
    operation: 'QueryResourceInstancesByResourceTypeAndTag',
    args: record<Args<'listTaggedResources'>>({ ...search, size: paging.size, offset }, ['kind']),
    result: record<Result<'listTaggedResources'>>(
      { items: member('resources', list(thing)), total: member('total_count', integer) },
      ['items', 'total'],
    ),
  },
  countTaggedResources: {
    operation: 'QueryNumberOfResourceInstancesByResourceTypeAndTag',
    args: record<Args<'countTaggedResources'>>(search, ['kind']),
    result: record<Result<'countTaggedResources'>>({ total: member('total_count', integer) }, [
      'total',
    ]),
  },
  listTagValues: {
    operation: 'QueryResourceTags',
    args: record<Args<'listTagValues'>>({ kind }, ['kind']),
    result: unpaged('tags', tagValues),
  },
}
