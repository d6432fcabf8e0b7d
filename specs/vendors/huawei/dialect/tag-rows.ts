import type { DialectOf } from '../../../vendor/dialect.ts'
import { list, member, nothing, record, text } from '../../../vendor/lens.ts'
import type { Member } from '../../../vendor/lens.ts'
import type { Args } from '../../../vocabulary/verbs.ts'
import { listed, paging } from './arguments.ts'
import * as structure from './structures.ts'

/** The resource that carries tags, and tags. */
export const resource: Member<string> = member('resource_id')
export const tags: Member<Args<'tagResource'>['tags']> = member('tags', list(structure.tag))

/** Tags of a resource. */
export const tagRows: DialectOf<'tagResource' | 'untagResource' | 'listTags'> = {
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
}
