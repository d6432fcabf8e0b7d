import type { DialectOf } from '../../../vendor/dialect.ts'
import type { TaggedThing, TagSearch, TagValues } from '../../../vocabulary/further-verbs.ts'
import { flag, integer, list, mapped, member, nothing, record, text } from '../../../vendor/lens.ts'
import type { Lens, Member } from '../../../vendor/lens.ts'
import type { Args, Result } from '../../../vocabulary/verbs.ts'
import { listed, paging, unpaged } from './arguments.ts'
import * as structure from './structures.ts'
import * as word from './words.ts'

const kind: Member<TagSearch['kind']> = member('resource_type', word.taggedKind)
const resource: Member<string> = member('resource_id')
const tags: Member<Args<'tag'>['tags']> = member('tags', list(structure.tag))

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
  | 'tag'
  | 'untag'
  | 'tags'
  | 'tagKind'
  | 'untagKind'
  | 'tagsOfKind'
  | 'tagged'
  | 'countTagged'
  | 'tagValues'
> = {
  tag: {
    operation: 'AddTagsToResource',
    args: record<Args<'tag'>>({ resource, tags }, ['resource', 'tags']),
    result: nothing,
  },
  untag: {
    operation: 'RemoveTagsFromResource',
    args: record<Args<'untag'>>({ resource, keys: member('tag_keys', list(text)) }, [
      'resource',
      'keys',
    ]),
    result: nothing,
  },
  tags: {
    operation: 'ListTagsForResource',
    args: record<Args<'tags'>>({ ...paging, resource }, ['resource']),
    result: listed('tags', structure.tag),
  },
  tagKind: {
    operation: 'AddTagsToResourceType',
    args: record<Args<'tagKind'>>({ kind, resource, tags }, ['kind', 'resource', 'tags']),
    result: nothing,
  },
  untagKind: {
    operation: 'DeleteTagsWithKeyFromResourceType',
    args: record<Args<'untagKind'>>({ kind, resource, tags }, ['kind', 'resource', 'tags']),
    result: nothing,
  },
  tagsOfKind: {
    operation: 'ListTagsForResourceType',
    args: record<Args<'tagsOfKind'>>({ ...paging, kind, resource }, ['kind', 'resource']),
    result: listed('tags', structure.tag),
  },
  tagged: {
    operation: 'QueryResourceInstancesByResourceTypeAndTag',
    args: record<Args<'tagged'>>({ ...search, size: paging.size, offset }, ['kind']),
    result: record<Result<'tagged'>>(
      { items: member('resources', list(thing)), total: member('total_count', integer) },
      ['items', 'total'],
    ),
  },
  countTagged: {
    operation: 'QueryNumberOfResourceInstancesByResourceTypeAndTag',
    args: record<Args<'countTagged'>>(search, ['kind']),
    result: record<Result<'countTagged'>>({ total: member('total_count', integer) }, ['total']),
  },
  tagValues: {
    operation: 'QueryResourceTags',
    args: record<Args<'tagValues'>>({ kind }, ['kind']),
    result: unpaged('tags', tagValues),
  },
}
