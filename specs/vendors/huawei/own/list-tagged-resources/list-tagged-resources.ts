import { within } from '../../../../model/callers.ts'
import {
  done,
  refused,
  type Decision,
  type Inside,
  type Refused,
} from '../../../../model/decision.ts'
import { sizeFlaw } from '../../../../model/paging.ts'
import { integer, list, mapped, member, record, text } from '../../../../vendor/lens.ts'
import type { Lens, Member } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Args, Result } from '../../../../vocabulary/verbs.ts'
import { paging } from '../../dialect/arguments.ts'
import * as structure from '../../dialect/structures.ts'
import { found, search, tagSearch, type TaggedThing, type TagSearch } from '../tag-search.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** the things of a kind that a search finds, from an offset on, with their number in all */
    listTaggedResources: Own<
      'tag-search',
      TagSearch & { readonly size?: number; readonly offset?: number },
      { readonly items: readonly TaggedThing[]; readonly total: number }
    >
  }
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

const listFound = (
  situation: Inside,
  args: Args<'listTaggedResources'>,
): Decision<Result<'listTaggedResources'>> => {
  const flaw = sizeFlaw(situation, args.size) ?? offsetFlaw(args.offset)
  if (flaw) return flaw
  const all = found(situation, args)
  const { offset: from = 0, size = all.length } = args
  return done({ items: all.slice(from, from + size), total: all.length })
}

const offsetFlaw = (from = 0): Refused | undefined =>
  Number.isSafeInteger(from) && from >= 0
    ? undefined
    : refused('pageTokenInvalid', 'offset: not a number of entries')

/** The things of a kind that a search finds. */
export const listTaggedResources: OwnOperation<'listTaggedResources'> = {
  verb: 'listTaggedResources',
  feature: tagSearch,
  row: {
    operation: 'QueryResourceInstancesByResourceTypeAndTag',
    args: record<Args<'listTaggedResources'>>({ ...search, size: paging.size, offset }, ['kind']),
    result: record<Result<'listTaggedResources'>>(
      { items: member('resources', list(thing)), total: member('total_count', integer) },
      ['items', 'total'],
    ),
  },
  rule: within(listFound),
  filling: { none: 'no check asks for its pages yet' },
  template: {
    caller: 'management',
    resources: ['tag'],
    input: {
      resource_type: 'organizations:ous',
      tags: [{ key: '$tag.key', values: ['$tag.value'] }],
    },
    yields: ['/resources', '/total_count'],
    writes: false,
  },
}
