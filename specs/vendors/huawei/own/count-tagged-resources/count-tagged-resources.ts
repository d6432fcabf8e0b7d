import { within } from '../../../../model/callers.ts'
import { done } from '../../../../model/decision.ts'
import { integer, member, record } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Args, Result } from '../../../../vocabulary/verbs.ts'
import { found, search, tagSearch, type TagSearch } from '../tag-search.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** how many things a search finds */
    countTaggedResources: Own<'tag-search', TagSearch, { readonly total: number }>
  }
}

/** How many things a search finds. */
export const countTaggedResources: OwnOperation<'countTaggedResources'> = {
  verb: 'countTaggedResources',
  feature: tagSearch,
  row: {
    operation: 'QueryNumberOfResourceInstancesByResourceTypeAndTag',
    args: record<Args<'countTaggedResources'>>(search, ['kind']),
    result: record<Result<'countTaggedResources'>>({ total: member('total_count', integer) }, [
      'total',
    ]),
  },
  rule: within((situation, args) => done({ total: found(situation, args).length })),
  harmless: { args: { kind: 'unit' } },
  template: {
    caller: 'management',
    resources: ['tag'],
    input: {
      resource_type: 'organizations:ous',
      tags: [{ key: '$tag.key', values: ['$tag.value'] }],
    },
    yields: ['/total_count'],
    writes: false,
  },
}
