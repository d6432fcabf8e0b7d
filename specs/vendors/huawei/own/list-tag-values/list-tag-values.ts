import { within } from '../../../../model/callers.ts'
import { done, type Decision, type Inside } from '../../../../model/decision.ts'
import { record } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Open, Page } from '../../../../vocabulary/nouns.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import { unpaged } from '../../dialect/arguments.ts'
import { tagSearch, tagValues, thingsOf, type TagValues } from '../tag-search.ts'
import { kind, type TaggedKind } from '../tagged-kind.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** every key in use on things of a kind, with its values */
    listTagValues: Own<'tag-search', { readonly kind: Open<TaggedKind> }, Page<TagValues>>
  }
}

/** In the order in which they were first used. */
const valuesOf = (situation: Inside, args: Args<'listTagValues'>): Decision<Page<TagValues>> => {
  const values = new Map<string, Set<string>>()
  for (const { key, value } of thingsOf(situation, args.kind).flatMap(({ tags }) => tags))
    values.set(key, (values.get(key) ?? new Set()).add(value))
  return done({ items: [...values].map(([key, known]) => ({ key, values: [...known] })) })
}

/** Every key in use on things of a kind, with its values. */
export const listTagValues: OwnOperation<'listTagValues'> = {
  verb: 'listTagValues',
  feature: tagSearch,
  row: {
    operation: 'QueryResourceTags',
    args: record<Args<'listTagValues'>>({ kind }, ['kind']),
    result: unpaged('tags', tagValues),
  },
  rule: within(valuesOf),
  template: {
    caller: 'management',
    resources: ['tag'],
    input: { resource_type: 'organizations:ous' },
    yields: ['/tags'],
    writes: false,
  },
}
